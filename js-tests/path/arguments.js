// path refuses what is no string, by name, and format takes odd objects.
// Expect-Stdout-File: arguments.golden
'use strict';

const common = require('../common');
const path = require('path');
const log = common.transcript();

function show(name, fn) {
  try {
    log(name, JSON.stringify(fn()));
  } catch (err) {
    log(name, err.name, err.code, err.message);
  }
}

for (const style of ['posix', 'win32']) {
  const p = path[style];
  for (const name of ['normalize', 'isAbsolute', 'dirname', 'basename', 'extname', 'parse', 'join', 'resolve', 'toNamespacedPath']) {
    for (const value of [undefined, null, 1, true, {}, [], Symbol('s')]) {
      show(`${style}.${name}`, () => String(p[name](value)));
    }
  }
  show('basename suffix', () => p.basename('/a/b.js', 1));
  show('basename both', () => p.basename(1, 2));
  show('relative from', () => p.relative(1, 2));
  show('relative to', () => p.relative('a', 2));
  show('resolve reads from the right', () => p.resolve(1, style === 'posix' ? '/a' : 'C:\\a'));
  show('matchesGlob path', () => p.matchesGlob(1, '*'));
  show('matchesGlob pattern', () => p.matchesGlob('a', 1));
  for (const value of [undefined, null, 'x', 1, [], () => {}]) show('format', () => p.format(value));
  for (const object of [
    {}, { dir: '/a', name: 'b', ext: 'c' }, { dir: '/a', name: 'b', ext: '.c' }, { root: '/', base: 'x' },
    { root: '/', dir: '/', base: 'x' }, { dir: '', root: '/r/', base: 'x' }, { base: 'b', name: 'n', ext: 'e' },
    { name: 5, ext: 6 }, { dir: 'd', base: '' },
  ]) show('format', () => p.format(object));
}
log(path === path.posix || path === path.win32, require('path/posix') === path.posix, require('path/win32') === path.win32);
log(path.posix.win32 === path.win32, path.win32.posix === path.posix, path._makeLong === path.toNamespacedPath);
