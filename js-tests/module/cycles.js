// Modules that require each other see what has been exported so far.
'use strict';

const assert = require('assert');

const a = require('./fixtures/cycle/a');
const b = require('./fixtures/cycle/b');
assert.deepStrictEqual(b, { seenByB: { early: 'a early' }, aLoaded: false, late: 'b late' });
assert.deepStrictEqual(a, { early: 'a early', seenByA: b, late: 'a late', loadedDuring: true });
