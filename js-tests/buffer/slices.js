// slice and subarray share memory; copy, fill, set, equals and compare.
// Expect-Stdout-File: slices.golden
'use strict';

const { transcript } = require('../common');

const log = transcript();
const b = Buffer.from('abcdefghij');
const text = (x) => x.toString('latin1');

const s = b.subarray(2, 5);
const t = b.slice(-4, -1);
s[0] = 0x43;
t[0] = 0x47;
log(text(b), text(s), text(t), s.parent === b.buffer, s.byteOffset - b.byteOffset, Buffer.isBuffer(t));
log(text(b.slice()), text(b.slice(3)), text(b.slice(5, 2)), text(b.slice('2', '4')), text(b.slice(-100, 3)), text(b.subarray(8, 100)));
const target = Buffer.alloc(6, '.');
log(b.copy(target, 1, 2, 5), text(target), b.copy(target, 4), text(target), b.copy(target, 6), b.copy(target, 0, 9, 100), text(target));
const overlap = Buffer.from('123456');
overlap.copy(overlap, 2, 0, 4);
log(text(overlap));
log(text(Buffer.alloc(5).fill('xyz')), text(Buffer.from('.....').fill('a', 1, 3)), text(Buffer.from('.....').fill(0x162)), text(Buffer.from('....').fill('')), text(Buffer.alloc(4).fill('6162', 'hex')));
log(b.equals(Buffer.from(b)), b.equals(s), s.equals(new Uint8Array(s)), Buffer.compare(Buffer.from('a'), Buffer.from('b')), Buffer.from('b').compare(Buffer.from('a')), Buffer.compare(s, Buffer.from(s)));
log(b.compare(Buffer.from('xxCdexx'), 2, 5, 2, 5), JSON.stringify(Buffer.from('hi')), b.toJSON().type, Buffer.from(JSON.parse(JSON.stringify(s))).equals(s));
log(text(b.map((c) => c ^ 32)), b.map((c) => c).constructor === Buffer, text(b.filter((c) => c > 100)), [...s].join(), [...s.entries()].join(';'), [...s.keys()].join());
log(text(Buffer.from('cab').sort()), text(Buffer.from('abc').reverse()), b.at(-1), b.readUInt8(0), s.length, s.byteLength);
for (const fn of [() => b.copy('x'), () => b.copy(target, -1), () => b.equals('x'), () => Buffer.compare('a', b), () => Buffer.concat('x'), () => Buffer.concat([1]),
                  () => Buffer.alloc(3).fill('a', 5), () => Buffer.alloc(3).fill('zz', 'hex'), () => b.copy(target, 0, -1)]) {
  try {
    log('no error', fn());
  } catch (err) {
    log(err.name, err.code, err.message);
  }
}
