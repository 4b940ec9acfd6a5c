// Records what path.posix and path.win32 of the node that runs it answer for
// paths put together at random:
//
//     node record.js [COUNT [SEED]] > answers.json
'use strict';
const path = require('path');
process.chdir('/');

const [count = 1500, seed = 1] = process.argv.slice(2).map(Number);
let state = seed;
function random(n) { // xorshift
  state ^= state << 13; state ^= state >>> 17; state ^= state << 5;
  return (state >>> 0) % n;
}

const pieces = ['/', '/', '/', '\\', '\\', '//', '\\\\', '.', '..', '.', 'a', 'b', 'Ab', 'foo', '.x', 'x.y', 'c:', 'C:', 'd:',
  'c:\\', 'D:/', '?', ':', 'con', 'CON:', 'com1', 'LPT¹:', 'é', 'İ', 'ß', 'Ⱥ', 'Σ', '😀', ' ', '...', 'server', '//server/share', '\\\\.\\', '\\\\?\\'];
function text() {
  let s = '';
  for (let n = random(8); n > 0; n--) s += pieces[random(pieces.length)];
  return s;
}
const absolute = {
  posix: () => ['/', '/', ''][random(3)] + text(),
  win32: () => ['c:\\', 'C:\\', '\\\\srv\\share\\', 'D:\\', ''][random(5)] + text(),
};

// The working directory is "/" on both sides.
const calls = {
  normalize: () => [text()],
  join: () => Array.from({ length: random(4) }, text),
  resolve: (s) => [absolute[s](), ...Array.from({ length: random(3) }, text)],
  relative: (s) => [absolute[s](), absolute[s]()],
  dirname: () => [text()],
  basename: () => random(2) ? [text()] : suffixed(),
  extname: () => [text()],
  isAbsolute: () => [text()],
  parse: () => [text()],
  toNamespacedPath: (s) => [absolute[s]()],
};
function suffixed() {
  const p = text();
  return [p, random(2) ? text() : p.slice(random(p.length + 1))];
}

// relative of nearly equal paths, and resolve over several drives
const special = {
  relative: (s) => { const p = absolute[s](); return [p + text(), random(2) ? p.toUpperCase() : p + text()]; },
  resolve: (s) => [absolute[s](), absolute[s](), text()],
};

const out = [];
for (const style of ['posix', 'win32']) {
  for (const name of Object.keys(calls)) {
    const seen = new Set();
    for (let i = 0; i < count / 10; i++) {
      const make = special[name] && random(2) ? special[name] : calls[name];
      const args = make(style);
      if (seen.has(JSON.stringify(args)) || args.some((s) => !s.isWellFormed())) continue;
      seen.add(JSON.stringify(args));
      out.push({ style, name, args, want: path[style][name](...args) });
    }
  }
}
process.stdout.write('[\n' + out.map((c) => JSON.stringify(c)).join(',\n') + '\n]\n');
