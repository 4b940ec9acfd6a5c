// process.allowedNodeEnvironmentFlags is a frozen set that knows several
// spellings.
'use strict';

const assert = require('assert');

const flags = process.allowedNodeEnvironmentFlags;
assert.strictEqual(flags.constructor.name, 'NodeEnvironmentFlagsSet');
assert.ok(flags instanceof Set);
assert.ok(Object.isFrozen(flags));
const before = flags.size;
flags.add('x');
flags.clear();
Set.prototype.add.call(flags, 'x');
assert.strictEqual(flags.size, before);
assert.strictEqual(flags.has('x'), false);
assert.strictEqual(flags.has(5), false);
