// JSON modules: BOM, values, cache, and a bad file's error with its path.
'use strict';

const assert = require('assert');
const { throwsError } = require('../common');

const data = require('./fixtures/data.json');
assert.strictEqual(data.number, 1.5);
assert.strictEqual(data.text, '\u20ac');
assert.deepStrictEqual(data.list, [1, null, true]);
assert.ok(Object.hasOwn(data, '__proto__'));
assert.strictEqual(require('./fixtures/data'), data);
data.changed = true;
assert.strictEqual(require('./fixtures/data.json').changed, true);
assert.strictEqual(require('./fixtures/bom.json').bom, true);
throwsError(() => require('./fixtures/bad.json'), { type: SyntaxError, message: /fixtures.bad\.json: .*JSON/ });
