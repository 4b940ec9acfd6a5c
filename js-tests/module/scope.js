// The globals of CommonJS are no properties of globalThis, a return at top
// level is fine, and a second file has its own scope.
'use strict';

const assert = require('assert');

for (const name of ['module', 'exports', 'require', '__filename', '__dirname']) {
  assert.strictEqual(Object.hasOwn(globalThis, name), false, name);
}
assert.strictEqual(require('./fixtures/returns'), 'before return');
assert.strictEqual(globalThis.cacheMeRuns, undefined);
const local = 'not global';
assert.strictEqual(globalThis.local, undefined);
if (local) {
  return;
}
assert.fail('behind return');
