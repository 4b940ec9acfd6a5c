// console._times holds the running timers; a full stack is not swallowed.
'use strict';

const assert = require('assert');
const { Console } = require('console');
const { Writable } = require('stream');

const sink = new Writable({ write(chunk, encoding, done) { done(); } });
const own = new Console(sink);
own.time('x');
const start = own._times.get('x');
assert.ok(Array.isArray(start) && start.length === 2);
assert.deepStrictEqual(own._times.get('x'), start);
own.timeEnd('x');
assert.strictEqual(own._times.size, 0);

const deep = new Writable({ write: function write(...args) { return write(...args); } });
assert.throws(() => new Console(deep, deep, true).log('x'), { name: 'RangeError' });
