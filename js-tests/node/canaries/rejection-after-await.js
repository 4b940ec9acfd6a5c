// An assertion that fails in an async function, after an await.
// Verdict: failed
// Says: ERR_ASSERTION
'use strict';

const common = require(`${process.env.CANARY_SUITE}/common`);
const assert = require('assert');

(async () => {
  await new Promise((resolve) => setImmediate(resolve));
  assert.strictEqual(1, 2);
})().then(common.mustCall());
