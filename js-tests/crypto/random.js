// randomBytes, randomFill, randomInt, getRandomValues, timingSafeEqual:
// arguments and errors. What is random is only looked at for its shape.
// Expect-Stdout-File: random.golden
'use strict';

const crypto = require('crypto');
const { throwsText, transcript } = require('../url/fixtures/helper');

const log = transcript();
const shape = (v) => (ArrayBuffer.isView(v) ? `${v.constructor.name} of ${v.byteLength}` : Object.prototype.toString.call(v));
const t = throwsText(log, shape);
const noop = () => {};
const name = (args) => args.map((a) => (typeof a === 'function' ? 'function' : a && typeof a === 'object' ? a.constructor.name : String(a))).join();
const each = (method, ...lists) => {
  for (const args of lists) {
    log(method, name(args));
    t(() => crypto[method](...args));
  }
};

each('randomBytes', [], ['a'], [-1], [1.5], [NaN], [Infinity], [2 ** 31], [2 ** 53], [null], [1, 'x'], [1, null], [0], [16], [1n]);
const two = () => Buffer.alloc(2);
each('randomFillSync', [], ['a'], [two(), 'x'], [two(), 3], [two(), -1], [two(), NaN], [two(), 1, 2], [two(), 1, 'a'], [two(), 1.5], [two(), 0, -1],
     [two(), null], [new Uint16Array(2), 0, 3], [new Uint16Array(2), 2], [new Uint16Array(2), 3], [new Uint16Array(2), 1, 1],
     [new Float64Array(1), 9], [new Uint16Array(4), 3, 2], [two(), 0, 2 ** 31], [new DataView(new ArrayBuffer(2))], [new ArrayBuffer(2)], [[]]);
each('randomFill', [], [two()], ['x', noop], [two(), 'a', noop], [two(), 3, noop], [two(), 0, 'a', noop], [two(), 1, 2, noop], [two(), 0, 1],
     [two(), 0, 1, 5], [two(), noop], [new ArrayBuffer(3), 1, noop]);
each('randomInt', [], ['a'], [0], [-1], [1], [1, 1], [2, 1], [1, 'a'], [1.5], [0, 1.5], [2 ** 53], [0, 2 ** 48], [2 ** 48], [2 ** 48 - 1], [0, 2 ** 48 - 1],
     [-(2 ** 47), 2 ** 47], [Infinity], [NaN], [10, null], [10, 15, null], [1, 2, 3], [null, 1], [undefined, 5, noop], [0, 10, undefined], [5, noop], [1n]);
each('getRandomValues', [], [1], ['a'], [new Float32Array(2)], [two()], [new Uint8ClampedArray(2)], [new BigUint64Array(1)], [new Int32Array(2)],
     [new DataView(new ArrayBuffer(2))], [new Uint8Array(65536)], [new Uint8Array(65537)], [new Uint32Array(16385)], [new ArrayBuffer(1)], [null]);
each('timingSafeEqual', [], ['a', 'b'], [two()], [two(), 'b'], [two(), Buffer.alloc(1)], [two(), null], [{}, two()]);
for (const [a, b] of [[two(), new Uint8Array(2)], [new ArrayBuffer(2), new Uint16Array(1)], [two(), Buffer.from([0, 1])], [Buffer.alloc(0), Buffer.alloc(0)]]) {
  log(crypto.timingSafeEqual(a, b));
}
