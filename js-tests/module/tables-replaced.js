// The tables of Module may be replaced; a file that was missing may be written
// by the module that missed it; names with zero bytes are missing.
'use strict';

const assert = require('assert');
const fs = require('fs');
const path = require('path');
const Module = require('module');
const { tmpdir } = require('../common');

const file = path.join(tmpdir(), 'late.json');
assert.throws(() => require(file), { code: 'MODULE_NOT_FOUND' });
fs.writeFileSync(file, '[]');
assert.deepStrictEqual(require(file), []);

const oldPaths = Module._pathCache;
Module._pathCache = { __proto__: null };
assert.strictEqual(require.resolve(file), fs.realpathSync(file));
assert.strictEqual(Object.keys(Module._pathCache).length, 1);
Module._pathCache = oldPaths;
assert.throws(() => require('a\u0000b'), /Cannot find module 'a\u0000b'/);
