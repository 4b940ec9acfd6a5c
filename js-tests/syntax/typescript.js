// TypeScript files: types are left out, lines and columns stay.
// Expect-Stdout-File: typescript.golden
'use strict';

const { transcript } = require('../common');

const log = transcript();
const { shape, first, fail } = require('./fixtures/erasable.ts');
log(shape.name, shape.area(), first([7, 8]), first([]));
try {
  fail('from TypeScript');
} catch (err) {
  log(err.message, err.stack.split('\n')[1].replace(/^.*[/\\]/, ''));
}
try {
  require('./fixtures/erasable');
} catch (err) {
  log(err.code);
}
log(Object.keys(require.extensions).join());
