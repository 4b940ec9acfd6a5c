// A function that must be called is never called.
// Canary: js-tests: fail: called 0 times, want 1: .*must-call-never\.js:7
'use strict';

const { mustCall } = require('../common');

mustCall(() => {});
