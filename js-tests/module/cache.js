// require.cache: deleting an entry loads the file again, replacing it is seen,
// and a module that throws leaves no entry.
'use strict';

const assert = require('assert');
const { throwsError } = require('../common');

const name = require.resolve('./fixtures/cache-me');
const first = require('./fixtures/cache-me');
assert.strictEqual(first.runs, 1);
assert.strictEqual(require('./fixtures/cache-me.js'), first);
assert.strictEqual(require.cache[name].exports, first);
assert.ok(Object.keys(require.cache).includes(name));
delete require.cache[name];
assert.strictEqual(require('./fixtures/cache-me').runs, 2);
require.cache[name].exports = 'replaced';
assert.strictEqual(require('./fixtures/cache-me'), 'replaced');

throwsError(() => require('./fixtures/throws-once'), { message: 'the first time' });
assert.strictEqual(require.cache[require.resolve('./fixtures/throws-once')], undefined);
assert.strictEqual(require('./fixtures/throws-once'), 'the second time');
assert.strictEqual(require.cache, require('module')._cache);
