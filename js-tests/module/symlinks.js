// A symlink is followed: __filename and the search for packages are those of
// the real file, and both names give one module.
// Platforms: linux darwin
'use strict';

const assert = require('assert');
const path = require('path');
const { createRequire } = require('module');

const real = path.join(__dirname, 'fixtures', 'linked', 'target', 'index.js');
const load = createRequire(path.join(__dirname, 'fixtures', 'linked', 'user.js'));
const viaPackage = load('by-link');
assert.strictEqual(viaPackage.filename, real);
assert.strictEqual(viaPackage.plain, 'plain beside the target');
assert.strictEqual(load.resolve('by-link'), real);
assert.strictEqual(load('./file-link'), viaPackage);
assert.strictEqual(require('./fixtures/linked/target'), viaPackage);
assert.strictEqual(Object.keys(require.cache).filter((name) => name === real || name.includes('file-link') || name.includes('by-link')).length, 1);
