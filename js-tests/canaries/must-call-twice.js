// A function that must be called once is called twice.
// Canary: js-tests: fail: called 2 times, want 1: .*must-call-twice\.js:7
'use strict';

const { mustCall } = require('../common');

const fn = mustCall();
fn();
setTimeout(fn, 1);
