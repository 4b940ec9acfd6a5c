// The random functions do their work: what is to be filled is filled, nothing
// else is, and nothing comes twice.
'use strict';

const assert = require('assert');
const crypto = require('crypto');
const { mustCall, mustSucceed } = require('../common');

const zero = (b) => b.every((x) => x === 0);
const bytes = (b) => new Uint8Array(b.buffer || b, b.byteOffset || 0, b.byteLength);

assert.notDeepStrictEqual(crypto.randomBytes(16), crypto.randomBytes(16));
crypto.randomBytes(32, mustSucceed((b) => assert.ok(Buffer.isBuffer(b) && b.length === 32 && !zero(b))));
crypto.randomBytes(0, mustSucceed((b) => assert.strictEqual(b.length, 0)));
assert.strictEqual(crypto.pseudoRandomBytes(3).length, 3);

for (const make of [() => Buffer.alloc(96), () => new Uint16Array(48), () => new ArrayBuffer(96), () => new DataView(new ArrayBuffer(96))]) {
  const b = make();
  assert.strictEqual(crypto.randomFillSync(b), b);
  assert.ok(!zero(bytes(b)));
  const c = make();
  crypto.randomFill(c, mustSucceed((same) => {
    assert.strictEqual(same, c);
    assert.ok(!zero(bytes(c)));
  }));
}
// Offset and size count elements.
const words = new Uint32Array(64);
crypto.randomFillSync(words, 16, 16);
assert.ok(zero(words.subarray(0, 16)) && !zero(words.subarray(16, 32)) && zero(words.subarray(32)));
const later = new Uint32Array(64);
crypto.randomFill(later, 16, 16, mustSucceed(() => {
  assert.ok(zero(later.subarray(0, 16)) && !zero(later.subarray(16, 32)) && zero(later.subarray(32)));
}));
const rest = Buffer.alloc(64);
crypto.randomFill(rest, 32, mustSucceed(() => assert.ok(zero(rest.subarray(0, 32)) && !zero(rest.subarray(32)))));

const seen = new Set();
for (let i = 0; i < 1000; i++) {
  const n = crypto.randomInt(-2, 3);
  assert.ok(Number.isInteger(n) && n >= -2 && n < 3, String(n));
  seen.add(n);
}
assert.strictEqual(seen.size, 5);
let sync = true;
crypto.randomInt(1, mustCall((...args) => {
  assert.deepStrictEqual(args, [undefined, 0]);
  assert.ok(!sync);
}));
sync = false;
const big = crypto.randomInt(Number.MAX_SAFE_INTEGER - 2, Number.MAX_SAFE_INTEGER);
assert.ok(big === Number.MAX_SAFE_INTEGER - 2 || big === Number.MAX_SAFE_INTEGER - 1);

const values = crypto.getRandomValues(new Uint32Array(64));
assert.ok(!zero(values));
assert.strictEqual(globalThis.crypto.getRandomValues(values), values);
