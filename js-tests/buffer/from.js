// Buffer.from, alloc, allocUnsafe and concat: every kind of argument and the
// errors for the rest.
// Expect-Stdout-File: from.golden
// Needs-Node: 24
'use strict';

const { transcript } = require('../common');

const log = transcript();
const hex = (b) => b.toString('hex');

log(hex(Buffer.from('h\u00e9')), hex(Buffer.from('h\u00e9', 'latin1')), hex(Buffer.from([1, 256, -1, 3.7, 'x', '5'])));
const bytes = new Uint8Array([1, 2, 3, 4, 5]);
const shared = Buffer.from(bytes.buffer, 1, 3);
shared[0] = 99;
log(hex(shared), bytes[1], shared.byteOffset, shared.buffer === bytes.buffer);
const copy = Buffer.from(bytes);
copy[0] = 77;
log(hex(copy), bytes[0], hex(Buffer.from(copy)));
log(hex(Buffer.from({ type: 'Buffer', data: [1, 2] })), hex(Buffer.from({ length: 2, 0: 5, 1: 6 })), hex(Buffer.from(new String('obj'))));
log(hex(Buffer.alloc(3)), hex(Buffer.alloc(5, 'ab')), hex(Buffer.alloc(3, 0x101)), hex(Buffer.alloc(4, '0aff', 'hex')), Buffer.allocUnsafe(4).length, Buffer.allocUnsafeSlow(2).length);
log(hex(Buffer.concat([Buffer.from('a'), new Uint8Array([98]), Buffer.from('c')])), hex(Buffer.concat([Buffer.from('abc')], 5)), hex(Buffer.concat([Buffer.from('abc')], 2)), Buffer.concat([]).length);
log(hex(Buffer.of(1, 2, 300)), Buffer.from('').length, Buffer.isBuffer(shared), Buffer.isBuffer(bytes), Buffer.isBuffer(null));
log(Buffer.from('abc') instanceof Uint8Array, Object.prototype.toString.call(Buffer.from('')), Buffer.name, Buffer.length, Buffer.poolSize);
for (const args of [[], [null], [5], [true], [{}], [Symbol('s')], ['x', 'nonsense'], [new ArrayBuffer(4), 5], [new ArrayBuffer(4), 2, 5]]) {
  try {
    Buffer.from(...args);
    log('no error');
  } catch (err) {
    log(err.name, err.code, err.message);
  }
}
for (const size of [-1, NaN, 'x', undefined, 2 ** 53]) {
  try {
    Buffer.alloc(size);
    log('no error');
  } catch (err) {
    log(err.name, err.code, err.message);
  }
}
