// The walk through node_modules: nearest first, files, folders, scopes, and
// built-ins before all of them.
'use strict';

const assert = require('assert');
const fs = require('fs');
const path = require('path');

const load = require('module').createRequire(path.join(__dirname, 'fixtures', 'user.js'));
assert.strictEqual(load('plain'), 'plain');
assert.strictEqual(load('plain/sub/file'), 'plain/sub/file');
assert.strictEqual(load('plain/sub/../index.js'), 'plain');
assert.strictEqual(load('single'), 'single file in node_modules');
assert.strictEqual(load('@scope/pkg'), '@scope/pkg');
assert.strictEqual(load('events-like').name, 'events-like');
assert.strictEqual(load('fs'), fs);
assert.strictEqual(load('fs/'), 'not the built-in');
assert.strictEqual(load('./node_modules/fs'), 'not the built-in');
assert.deepStrictEqual(require('./fixtures/nested/deep/user'), { plain: 'the nearer plain', single: 'single file in node_modules' });
