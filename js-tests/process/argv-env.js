// process.argv, execPath, execArgv, env and title as a script sees them.
// Args: one "two words" --three -4
// Env: JSTESTS_VALUE=from outside
// Process: own (command line and environment)
'use strict';

const assert = require('assert');
const path = require('path');

assert.deepStrictEqual(process.argv.slice(1), [__filename, 'one', 'two words', '--three', '-4']);
assert.strictEqual(process.argv[0], process.execPath);
assert.ok(path.isAbsolute(process.execPath));
assert.deepStrictEqual(process.execArgv, []);
assert.strictEqual(typeof process.argv0, 'string');

assert.strictEqual(process.env.JSTESTS_VALUE, 'from outside');
assert.strictEqual(process.env.JSTESTS_NOT_THERE, undefined);
assert.strictEqual('JSTESTS_VALUE' in process.env, true);
assert.ok(Object.keys(process.env).includes('JSTESTS_VALUE'));
process.env.JSTESTS_VALUE = 42;
assert.strictEqual(process.env.JSTESTS_VALUE, '42');
assert.strictEqual(delete process.env.JSTESTS_VALUE, true);
assert.strictEqual(process.env.JSTESTS_VALUE, undefined);
assert.strictEqual('JSTESTS_VALUE' in process.env, false);
