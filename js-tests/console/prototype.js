// The methods of Console.prototype find the console in their receiver, and
// consoles show their streams.
'use strict';

const assert = require('assert');
const { PassThrough } = require('stream');

const { Console } = console;
const out = new PassThrough();
const mine = new Console(out, process.stderr);
assert.strictEqual(mine._stdout, out);
assert.strictEqual(mine._stderr, process.stderr);
assert.strictEqual(mine._ignoreErrors, true);
Console.prototype.log.call(mine, 'by %s', 'receiver');
assert.strictEqual(out.read().toString(), 'by receiver\n');
assert.throws(() => Console.prototype.log.call({}, 'x'), TypeError);
assert.strictEqual(console._stdout, process.stdout);
assert.strictEqual(console._stderr, process.stderr);
assert.deepStrictEqual(Object.keys(Console.prototype), Object.keys(mine));
