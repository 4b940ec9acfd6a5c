// structuredClone copies values, keeps cycles, and refuses what has no copy.
// Expect-Stdout-File: structured-clone.golden
'use strict';

const assert = require('assert');
const common = require('../common');

const log = common.transcript();

for (const value of [
  1, -0, NaN, 'text', true, null, undefined, 10n, new Date(5), /x/gi, new Map([[1, { a: 2 }]]), new Set([1, '2']),
  [1, , 3], { a: { b: [1] } }, new Uint8Array([1, 2]), new Float64Array([0.5]), new ArrayBuffer(3), Object(1), Object('s'),
  Object(true), Object(1n), new DataView(new ArrayBuffer(2), 1), [undefined, null],
]) {
  const copy = structuredClone(value);
  assert.deepStrictEqual(copy, value);
  if (typeof value === 'object' && value !== null) assert.notStrictEqual(copy, value);
}

const loop = { name: 'loop' };
loop.self = loop;
loop.list = [loop, loop];
const copied = structuredClone(loop);
log(copied.self === copied, copied.list[0] === copied.list[1], copied !== loop);

for (const Class of [Error, TypeError, RangeError]) {
  const err = Object.assign(new Class('m', { cause: 1 }), { extra: 2 });
  const copy = structuredClone(err);
  log(copy.constructor === Class, copy.message, copy.cause, copy.extra, copy.stack === err.stack);
}
class Mine { constructor() { this.x = 1; } get y() { return 2; } }
const mine = structuredClone(new Mine());
log(Object.getPrototypeOf(mine) === Object.prototype, JSON.stringify(mine));
log(Object.getOwnPropertySymbols(structuredClone({ [Symbol('s')]: 1 })).length);
log(Buffer.isBuffer(structuredClone(Buffer.from('x'))), structuredClone(Buffer.from('x')).constructor.name);

const shared = new Uint8Array(4);
const views = structuredClone([shared, new Uint8Array(shared.buffer, 1, 2)]);
log(views[0].buffer === views[1].buffer, views[1].byteOffset, views[1].length);

const buffer = new ArrayBuffer(8);
const moved = structuredClone(buffer, { transfer: [buffer] });
log(moved.byteLength, buffer.byteLength);

for (const bad of [() => {}, Symbol('s'), { f() {} }, new WeakMap(), Promise.resolve(), new Proxy({}, {})]) {
  try {
    structuredClone(bad);
    log('copied', typeof bad);
  } catch (err) {
    log(err.name, err.code, err instanceof DOMException, err.message);
  }
}
for (const args of [[], [1, 2], [1, { transfer: 5 }], [1, { transfer: [5] }], [1, null], [1, {}]]) {
  try {
    log(structuredClone(...args));
  } catch (err) {
    log(err.name, err.code, err.message);
  }
}
