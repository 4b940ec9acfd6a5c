// What code sees in a context of its own, one script after the other in the
// same context: values, completion values, errors, and the contextified
// object at the end.
// Expect-Stdout-File: contexts.golden
// Needs-Node: 24
'use strict';

const vm = require('vm');
const { transcript } = require('../common');

const log = transcript();
const context = vm.createContext({ a: 1, b: { x: 2 } });

const scripts = [
  'a', 'b.x', 'c = 5', 'c', 'var d = 6, e', '[d, e]', 'typeof process', 'typeof nope', 'nope', 'let l = 1; l', 'l',
  'const k = 3', 'k = 4', 'function f() { return this === globalThis }', 'f()',
  '(function () { return this === globalThis })()', '(function () { "use strict"; return this })()',
  'this === globalThis', '"use strict"; zz = 1', '"use strict"; var q = 1; q + 1', 'q', 'if (1) { 5 } else { 6 }',
  'for (var i = 0; i < 3; i++) i', 'i', '1; var z = 2', 'try { 7 } finally { 8 }', 'switch (1) { case 1: 9 }',
  'class A { m() {} }; new A() instanceof A', 'A.name', 'const { m1, n1 = 5, ...rest } = { m1: 1, o: 2 }; [m1, n1, rest.o]',
  'var [v1, v2 = 7] = [1]; v1 + v2', 'for (var kk in { p: 1 }); kk', 'let fn = () => 1; fn.name', '(() => {}).name',
  'eval("a + 1")', 'Function("return this === globalThis")()', 'new Function("x", "return x + a")(2)',
  'Array.isArray([])', 'this.Array === Array', 'delete c', 'typeof c', 'x1 = 1, x1++, x1', 'String.raw`x${a}`',
  'let l', 'var l', 'undef.x', 'tdz; let tdz = 1', 'delete this.a', 'typeof a', 'globalThis.gg = 4; gg',
  'async function af() {}; af() instanceof Promise', 'console.log("not shown")', '"Array" in globalThis',
  'while (false) {}', 'do { 4 } while (0)', 'throw new TypeError("tt")',
  '(function () { return arguments.length })(1, 2)', 'var a2 = 1; { let a2 = 2 } a2', 'fdecl(); function fdecl() { return 11 }',
  'x2 = y2 = 3', '5; if (0) {}', '5;;', '5; var t1 = 1',
];
for (const code of scripts) {
  let result;
  try {
    result = vm.runInContext(code, context);
  } catch (err) {
    result = `${err.name}: ${err.message}`;
  }
  log(code, '->', typeof result === 'function' ? 'function' : result);
}
log(Object.keys(context).sort().join());
log(vm.isContext(context), vm.isContext({}), vm.createContext(context) === context, context.f.name);
