// A callback that must succeed gets an error.
// Canary: js-tests: fail: unexpected error: Error: no luck
'use strict';

const { mustSucceed } = require('../common');

mustSucceed()(new Error('no luck'));
