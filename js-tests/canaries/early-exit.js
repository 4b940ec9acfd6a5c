// process.exit() before a function that must be called.
// Canary: js-tests: fail: called 0 times
'use strict';

const { mustCall } = require('../common');

setTimeout(mustCall(), 10);
process.exit(0);
