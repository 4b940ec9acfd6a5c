// The module object, require, __filename and __dirname inside the wrapper.
'use strict';

const assert = require('assert');
const Module = require('module');
const path = require('path');

const w = require('./fixtures/wrapper');
assert.strictEqual(w.types, 'object,function,object,string,string');
assert.strictEqual(w.thisIsExports, true);
assert.strictEqual(w.args, 5);
assert.strictEqual(w.filename, path.join(__dirname, 'fixtures', 'wrapper.js'));
assert.strictEqual(w.dirname, path.dirname(w.filename));
assert.strictEqual(w.sloppy, true);
assert.ok(w.module instanceof Module);
assert.strictEqual(w.module.id, w.filename);
assert.strictEqual(w.module.filename, w.filename);
assert.strictEqual(w.module.path, w.dirname);
assert.strictEqual(w.module.loaded, true);
assert.strictEqual(w.module.exports, w);
assert.strictEqual(w.module.parent, module);
assert.deepStrictEqual(w.module.children, []);
assert.strictEqual(w.module.paths[0], path.join(w.dirname, 'node_modules'));
assert.strictEqual(w.module.paths[1], path.join(__dirname, 'node_modules'));
assert.strictEqual(w.module.paths[w.module.paths.length - 1], path.resolve('/node_modules'));
assert.strictEqual(w.module.require('./same-name'), 'same-name.js');
assert.strictEqual(w.require('./same-name'), 'same-name.js');
assert.ok(module.children.includes(w.module));

assert.strictEqual(require.main, module);
assert.strictEqual(module.id, '.');
assert.strictEqual(module.loaded, false);
assert.strictEqual(module.parent, null);
assert.strictEqual(require.cache[__filename], module);
assert.strictEqual(process.argv[1], __filename);
assert.strictEqual(this, module.exports);

const { child, module: parent } = require('./fixtures/parent');
assert.strictEqual(child.parentId, parent.id);
assert.strictEqual(child.mainIsMain, '.');
assert.deepStrictEqual(parent.children, [child.module]);
setImmediate(() => assert.strictEqual(module.loaded, true));
