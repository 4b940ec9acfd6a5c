// Random calls, the same on every engine: a generator of our own decides.
const { transcode, atob, btoa } = require('buffer');

let seed = 2026;
function random(n) {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
  return (seed >>> 8) % n;
}
const pick = (list) => list[random(list.length)];
const bytes = (n, alphabet) => Buffer.from(Array.from({ length: n }, () => (alphabet ? pick(alphabet) : random(256))));
const encodings = ['utf8', 'utf16le', 'latin1', 'ascii', 'base64', 'base64url', 'hex'];
const offset = (n) => pick([undefined, 0, random(n + 2), -random(n + 3), random(2 * n + 2), n]);
let count = 0;
const again = (n, name, make) => {
  for (let i = 0; i < n; i++) {
    const fn = make();
    check(`${name} ${count++}`, fn);
  }
};

again(300, 'search', () => {
  const b = bytes(random(24), [0, 97, 98, 99]);
  const needle = pick([() => bytes(random(4), [0, 97, 98]), () => pick(['a', 'ab', 'ba', '', 'abc', '\u0061\u0062']), () => pick([97, 98, 0, 353])])();
  const [at, enc, method] = [offset(b.length), pick(encodings), pick(['indexOf', 'lastIndexOf', 'includes'])];
  return () => [b[method](needle, at, enc), b[method](needle, at)];
});
again(150, 'compare', () => {
  const [a, b] = [bytes(random(12), [1, 2]), bytes(random(12), [1, 2])];
  const args = [offset(b.length), offset(b.length), offset(a.length), offset(a.length)];
  return () => [a.compare(b), a.equals(b), Buffer.compare(a, b), a.compare(b, ...args)];
});
again(150, 'fill', () => {
  const b = Buffer.alloc(random(12));
  const value = pick(['a', 'ab', 'aé', '', '6162', 'YWI=', 7, 300, -1, bytes(1 + random(3))]);
  const args = [offset(b.length), offset(b.length), pick([undefined, ...encodings])];
  return () => b.fill(value, ...args);
});
again(200, 'write', () => {
  const b = Buffer.alloc(random(12), 0xaa);
  const text = pick(['abc', 'é€\u{1f600}x', '0a1b2c3d4e', 'YWJjZGVmZ2g=', '\ud83d', 'a\ude00b', '']);
  const args = [offset(b.length), offset(b.length), pick([undefined, ...encodings])];
  return () => [b.write(text, ...args), b];
});
again(200, 'toString', () => {
  const b = bytes(random(16));
  const args = [pick([undefined, ...encodings]), offset(b.length), offset(b.length)];
  return () => b.toString(...args);
});
again(150, 'copy', () => {
  const [a, b] = [bytes(random(10)), Buffer.alloc(random(10))];
  const args = [offset(b.length), offset(a.length), offset(a.length)];
  return () => [a.copy(b, ...args), b, a.copy(a, ...args), a];
});
again(100, 'slice', () => {
  const b = bytes(random(10));
  const args = [offset(b.length), offset(b.length)];
  return () => [b.slice(...args), b.subarray(...args)];
});
again(150, 'concat', () => {
  const list = Array.from({ length: random(5) }, () => bytes(random(6)));
  const size = offset(12);
  return () => [Buffer.concat(list), Buffer.concat(list, size)];
});
again(250, 'transcode', () => {
  const b = bytes(1 + random(6), [0x41, 0x80, 0xe9, 0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0xd8, 0x00, 0xdc]);
  const [from, to] = [pick(['utf8', 'ucs2', 'latin1', 'ascii', 'binary']), pick(['utf8', 'ucs2', 'latin1', 'ascii', 'utf16le'])];
  return () => [b.toString('hex'), from, to, transcode(b, from, to)];
});
again(300, 'atob', () => {
  const text = Array.from({ length: random(9) }, () => pick(['A', 'b', '9', '+', '/', '=', '=', ' ', '\n', '-', '_', '\u00e9', 'Q'])).join('');
  return () => atob(text);
});
again(60, 'base64 with padding', () => {
  const text = btoa(bytes(random(9)).toString('latin1')) + pick(['', '', '=', '==', '===', ' ', '\n']);
  return () => atob(text);
});

for (const size of [0, 1, 7, 8]) {
  const b = Buffer.alloc(size, 'a');
  for (const at of [0, 1, 2, 3, 5, 6, 7, 8, 9, -1, -2, -3, -8, -9, undefined]) {
    check(`empty or utf16 needle in ${size} at ${at}`, () => ['indexOf', 'lastIndexOf'].map((method) => [
      b[method]('', at, 'utf16le'), b[method](Buffer.alloc(0), at, 'utf16le'), b[method]('\u6161', at, 'utf16le'),
      b[method](Buffer.from('aa'), at, 'utf16le'), b[method](Buffer.from('aaa'), at, 'utf16le'), b[method]('', at),
    ]));
  }
}
for (const s of ['A=', 'A =', 'A==', 'A===', 'AA=', 'AAA=', 'AAA==', 'AAAA=', 'AAAA==', 'AAAAA=', 'AAAAA===', 'AA= =', '=AA=', 'A=A=', '=', '===', ' =', 'AAAAAA=']) {
  check(`atob ${show(s)}`, () => atob(s));
}
