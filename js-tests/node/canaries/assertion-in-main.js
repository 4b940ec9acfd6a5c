// An assertion that fails in the main script.
// Verdict: failed
// Says: ERR_ASSERTION
'use strict';

require(`${process.env.CANARY_SUITE}/common`);
const assert = require('assert');

assert.deepStrictEqual({ a: [1, 2] }, { a: [1, 3] });
