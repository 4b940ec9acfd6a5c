// A variable that an inner function uses is undefined until something is assigned to it, however
// many arguments its function got.
'use strict';

const assert = require('assert');

assert.deepStrictEqual((function(a) { var x; return () => [a, x]; })(1, 2)(), [1, undefined]);
assert.deepStrictEqual((function() { var n = arguments.length; var x; return () => [n, x]; })(1, 2)(), [2, undefined]);
assert.deepStrictEqual(((a) => { var x; var y = 5; return () => [a, x, y]; })(1, 2, 3, 4)(), [1, undefined, 5]);
assert.deepStrictEqual([7, 8].map(function(v) { var found; (() => { if (v > 7) found = v; })(); return found; }), [undefined, 8]);
assert.deepStrictEqual([...(function* (a) { var x; yield (() => [a, x])(); })(1, 2)], [[1, undefined]]);
assert.deepStrictEqual(new (class { m(a) { if (!a) var x = 1; return () => [a, x]; } })().m(1, 2)(), [1, undefined]);
// What is a parameter, a function or already assigned stays.
assert.strictEqual((function(a) { var a; return () => a; })(1, 2)(), 1);
assert.strictEqual(typeof (function(a) { return () => [a, f]; var f; function f() {} })(1, 2)()[1], 'function');
