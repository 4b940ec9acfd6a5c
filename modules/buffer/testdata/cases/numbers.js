// Every numeric method with every kind of argument.
const bytes = Buffer.from([0x81, 0x02, 0xfd, 0x04, 0x7f, 0xc6, 0x00, 0xff, 0x10, 0x9a, 0x3f, 0xf0]);
const offsets = [undefined, 0, 1, 3, 4, 5, 8, 9, 12, -1, 0.5, NaN, Infinity, -Infinity, '1', null, {}, 2 ** 32, 1n, true];
// The aliases with "Uint" are the same functions; surface.js says so.
const names = Object.getOwnPropertyNames(Buffer.prototype).filter((name) => !/Uint/.test(name));
const values = [
  0, 1, -1, 127, 128, 255, 256, -128, -129, 32767, 32768, 65535, 65536, -32768, -32769, 2 ** 23, 2 ** 24, -(2 ** 23) - 1,
  2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32, -(2 ** 31), -(2 ** 31) - 1, 2 ** 39, 2 ** 40, -(2 ** 39) - 1, 2 ** 47,
  2 ** 48 - 1, 2 ** 48, -(2 ** 47), -(2 ** 47) - 1, 2 ** 53, 1e300, 1.5, -1.5, 254.99, -0, NaN, Infinity, -Infinity,
  '12', '0x10', 'x', '', null, undefined, true, {}, [7], 5n,
];
const bigs = [
  0n, 1n, -1n, 2n ** 63n - 1n, 2n ** 63n, -(2n ** 63n), -(2n ** 63n) - 1n, 2n ** 64n - 1n, 2n ** 64n,
  123456789012345678n, 5, 'x', undefined, null,
];

for (const name of names.filter((n) => /^read.*(8|16|32|64|Float|Double)/.test(n))) {
  for (const offset of offsets) check(`${name}(${show(offset)})`, () => bytes[name](offset));
  check(`${name}()`, () => bytes[name]());
  check(`${name} of nothing`, () => Buffer.alloc(0)[name](0));
}
for (const name of names.filter((n) => /^read.*[tT](LE|BE)$/.test(n) && !/Float/.test(n))) {
  for (let size = 1; size <= 6; size++) {
    for (const offset of offsets) check(`${name}(${show(offset)}, ${size})`, () => bytes[name](offset, size));
  }
  for (const size of [undefined, 0, 7, -1, 1.5, NaN, '1', null, 2n]) {
    check(`${name}(0, ${show(size)})`, () => bytes[name](0, size));
  }
}

function write(name, ...args) {
  check(`${name}(${args.map((a) => show(a)).join(', ')})`, () => {
    const b = Buffer.alloc(10);
    return [b[name](...args), b];
  });
}
for (const name of names.filter((n) => /^write.*(8|16|32|Float|Double)/.test(n))) {
  for (const value of values) write(name, value, 1);
  for (const offset of offsets) write(name, 7, offset);
  write(name, 2 ** 50, 99);
  write(name, 2 ** 50, 'x');
}
for (const name of names.filter((n) => /^writeU?[iI]nt(LE|BE)$/.test(n))) {
  for (let size = 1; size <= 6; size++) {
    for (const value of values) write(name, value, 2, size);
    for (const offset of offsets) write(name, 7, offset, size);
    write(name, 2 ** 50, 99, size);
    write(name, 2 ** 50, 'x', size);
  }
  for (const size of [undefined, 0, 7, -1, 1.5, NaN, '1', null, 2n]) write(name, 1, 0, size);
}
for (const name of names.filter((n) => /^writeBig/.test(n))) {
  for (const value of bigs) {
    write(name, value, 1);
    write(name, value, 99);
  }
}

// Receivers that are no Buffers.
const read = (name, receiver, ...args) => {
  check(`${name} of ${show(receiver)}`, () => Buffer.prototype[name].call(receiver, ...args));
};
for (const name of ['readUInt8', 'readInt16BE', 'readUInt32LE', 'readFloatLE', 'readBigInt64LE']) {
  for (const receiver of [[1, 2, 3, 4, 5, 6, 7, 8], [1], {}, { length: 3 }, { 0: 9, length: 1 }, new Uint8Array(8), undefined, null, 5]) {
    read(name, receiver, 0);
  }
}
read('readUIntBE', [1, 2, 3], 0, 3);
check('writeUInt16BE of an array', () => {
  const a = [0, 0, 0];
  return [Buffer.prototype.writeUInt16BE.call(a, 5, 1), a];
});
check('writeInt32LE of a short array', () => Buffer.prototype.writeInt32LE.call([1, 2], 5, 0));
check('writeBigUInt64LE of an array', () => {
  const a = [0, 0, 0, 0, 0, 0, 0, 0];
  return [Buffer.prototype.writeBigUInt64LE.call(a, 7n), a];
});
