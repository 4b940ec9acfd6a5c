// A function that must not be called is called, in a file that expects to end
// with code 1 anyway.
// Expect-Exit: 1
// Canary: (?s)js-tests: fail: not this one, called with \(7\).*exit code 99, want 1
'use strict';

const { mustNotCall } = require('../common');

process.exitCode = 1;
setImmediate(mustNotCall('not this one'), 7);
