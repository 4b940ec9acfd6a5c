// Files, extensions, folders with index or main, and which wins over which.
// Expect-Stdout-File: resolve-files.golden
'use strict';

const { transcript } = require('../common');

const log = transcript();

for (const name of [
  './fixtures/dir-index', './fixtures/dir-index/', './fixtures/dir-index/index', './fixtures/dir-main', './fixtures/same-name', './fixtures/same-name/',
  './fixtures/same-name.js', './fixtures/same-name.json', './fixtures/no-extension', './fixtures/dotted.name', './fixtures/../fixtures/dotted.name.js',
  './fixtures/bom.js', './fixtures/hashbang', './fixtures/returns',
]) {
  log(name, JSON.stringify(require(name)), require.resolve(name).slice(__dirname.length));
}
log(require(__dirname + '/fixtures/same-name.js') === require('./fixtures/same-name'));
log(JSON.stringify(require('./fixtures/empty')), require('..//module//fixtures/dotted.name') === require('./fixtures/dotted.name'));
