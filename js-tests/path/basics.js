// path: join, resolve, normalize, relative, parse and format, posix and win32.
// Expect-Stdout-File: basics.golden
'use strict';

const path = require('path');
const { transcript } = require('../common');

const log = transcript();

for (const p of [path.posix, path.win32]) {
  log(p.sep, p.delimiter);
  for (const parts of [[], ['a', '..', 'b'], ['/a/', '//b', '../c'], ['', ''], ['a', '', '../..'], ['C:\\x', '..\\y'], ['..', 'x', '.']]) {
    log('join', JSON.stringify(parts), p.join(...parts));
  }
  for (const text of ['/a/b/c.txt', 'a', '/', '', '.bashrc', 'x.tar.gz', '/a/b/', 'C:\\dir\\file.ext', '\\\\server\\share\\f', 'a//b///c/..', './x', '../../y']) {
    log(JSON.stringify(text), p.dirname(text), p.basename(text), p.extname(text), p.normalize(text), p.isAbsolute(text), JSON.stringify(p.parse(text)), p.format(p.parse(text)));
  }
}
log(path.posix.resolve('/a', 'b', '../c', './d'), path.posix.resolve('/x', '/y'), path.posix.relative('/a/b/c', '/a/d'), path.posix.relative('/a', '/a'), path.posix.basename('a.html', '.html'));
log(path === path.posix || path === path.win32, require('path/posix') === path.posix, path.posix.matchesGlob === undefined || typeof path.posix.matchesGlob);
for (const bad of [undefined, null, 1, {}, true]) {
  try {
    path.join(bad);
  } catch (err) {
    log(err.name, err.code, err.message);
  }
}
