// What Buffers are as objects: subclasses, species, iteration, properties,
// memory shared with other views.
const { Buffer } = require('buffer');
const util = require('buffer');

check('subclass', () => {
  class My extends Buffer {
    hello() { return 'hi'; }
  }
  const b = new My(3);
  return [b instanceof My, b instanceof Buffer, b.length, My.from('a') instanceof My, Buffer.isBuffer(b)];
});
check('subclass by prototype', () => {
  function My(b) {
    Object.setPrototypeOf(b, My.prototype);
    return b;
  }
  Object.setPrototypeOf(My.prototype, Buffer.prototype);
  const b = new My(Buffer.from('hello'));
  return [b instanceof My, b.toString(), b.slice(1).toString(), b.length, Buffer.isBuffer(b)];
});
check('map', () => Buffer.from('abc').map((x) => x + 1));
check('filter', () => Buffer.from('abc').filter((x) => x !== 98));
check('map is a Buffer', () => Buffer.isBuffer(Buffer.from('abc').map((x) => x)));
check('Uint8Array slice', () => Uint8Array.prototype.slice.call(Buffer.from('abc'), 1));
check('iteration', () => [...Buffer.from('abc')]);
check('entries', () => [...Buffer.from('abc').entries()]);
check('keys', () => [...Buffer.from('abc').keys()]);
check('values', () => [...Buffer.from('abc').values()]);
check('for in', () => {
  const keys = [];
  for (const k in Buffer.from('ab')) if (/^\d/.test(k)) keys.push(k);
  return keys;
});
check('shared with subarray', () => {
  const a = Buffer.from('hello');
  const b = a.subarray(1, 3);
  b[0] = 0x58;
  return [a.toString(), b.buffer === a.buffer, b.byteOffset - a.byteOffset];
});
check('shared with Uint16Array', () => {
  const u = new Uint16Array([0x4142, 0x4344]);
  const b = Buffer.from(u.buffer);
  u[1] = 0x5051;
  b[0] = 0x61;
  return [b, u[0]];
});
check('copied from Buffer', () => {
  const a = Buffer.from('abc');
  const b = Buffer.from(a);
  b[0] = 0;
  return a;
});
check('pool', () => {
  const a = Buffer.from('abc');
  const b = Buffer.from('abc');
  const c = Buffer.allocUnsafe(10);
  return [
    a.buffer === b.buffer, b.byteOffset - a.byteOffset, c.byteOffset - b.byteOffset, Buffer.alloc(3).buffer.byteLength,
    Buffer.allocUnsafeSlow(10).buffer.byteLength, Buffer.allocUnsafe(Buffer.poolSize >>> 1).buffer.byteLength,
    Buffer.concat([a, b]).buffer === a.buffer, Buffer.of(1).buffer === a.buffer, Buffer.from([1]).buffer === a.buffer,
  ];
});
check('poolSize 0', () => {
  const { poolSize } = Buffer;
  Buffer.poolSize = 0;
  try {
    return [Buffer.from('abc').buffer.byteLength, Buffer.allocUnsafe(5).buffer.byteLength];
  } finally {
    Buffer.poolSize = poolSize;
  }
});
check('from with valueOf', () => {
  const b = Buffer.from('abc');
  b.valueOf = () => 'other';
  return Buffer.from(b);
});
check('own properties', () => {
  const b = Buffer.from('ab');
  b.x = 1;
  return [Object.keys(b), JSON.stringify(b), b.x];
});
check('element rules', () => {
  const b = Buffer.alloc(3);
  b[0] = 300;
  b[1] = -1;
  b[2] = '7';
  b[5] = 1;
  return [b, b[3], 5 in b, delete b[9]];
});
check('slice of patched', () => {
  const b = Buffer.from('abc');
  b.subarray = () => 'patched';
  return b.slice(1);
});
check('inspect', () => {
  const b = Buffer.alloc(60, 1);
  return [b.inspect(), Buffer.alloc(51).inspect(), Buffer.alloc(0).inspect(), Buffer.prototype.inspect.call(new Uint8Array(2))];
});
check('INSPECT_MAX_BYTES', () => {
  const seen = [];
  for (const n of [2, 0, Infinity]) {
    util.INSPECT_MAX_BYTES = n;
    seen.push(Buffer.from('abcd').inspect());
  }
  util.INSPECT_MAX_BYTES = 50;
  return seen;
});
check('inspect of a class', () => {
  class Named extends Uint8Array {}
  return Buffer.prototype.inspect.call(new Named(1));
});
check('inspect with a bad constructor', () => {
  const b = Buffer.from('a');
  b.constructor = 5;
  const c = Buffer.from('a');
  Object.defineProperty(c, 'constructor', { get() { throw new Error('no'); } });
  return [b.inspect(), c.inspect()];
});
for (const name of ['toString', 'write', 'fill', 'equals', 'compare', 'indexOf', 'copy', 'slice', 'subarray', 'toJSON', 'swap16', 'inspect', 'hexSlice', 'utf8Write', 'readFloatLE', 'writeFloatLE']) {
  function Fake() {}
  Object.setPrototypeOf(Fake.prototype, Buffer.prototype);
  check(`fake ${name}`, () => {
    try {
      new Fake()[name](Buffer.from('a'));
      return 'no error';
    } catch (e) {
      return e.name;
    }
  });
}
check('toString of views', () => [
  Buffer.prototype.hexSlice.call(new Uint16Array([258, 2])), Buffer.prototype.hexSlice.call(new DataView(new ArrayBuffer(3))),
  Buffer.prototype.toString.call(new Uint8Array([0x61]), 'latin1'),
]);
check('copy between views', () => {
  const target = new Uint16Array(4);
  return [Buffer.from([1, 2, 3]).copy(target), target, Buffer.prototype.copy.call(new DataView(new ArrayBuffer(3)), Buffer.alloc(2))];
});
check('write into views', () => {
  const target = new Uint16Array(4);
  return [Buffer.prototype.utf8Write.call(target, 'abcdefghij'), target];
});
check('large copies', () => {
  const a = Buffer.alloc(100000, 'abc');
  const b = Buffer.alloc(100000);
  a.copy(b, 10, 5, 99995);
  return [b.subarray(0, 20), b.indexOf('cab', 50000), b.lastIndexOf('abc'), a.compare(b), a.equals(Buffer.from(a))];
});
