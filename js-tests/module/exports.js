// package.json exports: conditions, subpaths, patterns, nulls, arrays, and the
// errors of what is not exported.
// Expect-Stdout-File: exports.golden
// Needs-Node: 24
'use strict';

const path = require('path');
const { createRequire } = require('module');
const { transcript } = require('../common');

const log = transcript();
const fixtures = path.join(__dirname, 'fixtures');
const load = createRequire(path.join(fixtures, 'user.js'));

for (const name of [
  'exporting', 'exporting/plain', 'exporting/node', 'exporting/nested', 'exporting/fallback', 'exporting/features/one', 'exporting/features/two',
  'exporting/features/one.txt', 'exporting/data', 'exporting/package.json', 'sugar',
  'exporting/none', 'exporting/outside', 'exporting/gone', 'exporting/modules', 'exporting/features/private/secret', 'exporting/features/three', 'exporting/never.js',
  'exporting/', 'exporting/plain.js', 'exporting/features/../plain', 'sugar/lib/only.js', 'broken', 'mixed', 'mixed/x',
]) {
  try {
    log(name, JSON.stringify(load(name)));
  } catch (err) {
    log(name, err.name, err.code, err.message.split(fixtures).join('FIXTURES').split('\n')[0]);
  }
}
log(path.relative(fixtures, load.resolve('exporting')), path.relative(fixtures, load.resolve('exporting/features/one')));
