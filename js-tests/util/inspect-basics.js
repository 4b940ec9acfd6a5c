// util.inspect of common values.
// Expect-Stdout-File: inspect-basics.golden
// Needs-Node: 24
'use strict';

const { inspect } = require('util');
const { transcript } = require('../common');

const log = transcript();
class Point {
  constructor() { this.x = 1; this.y = 2; }
}
class Sub extends Point {
  get sum() { return 3; }
}
function named() {}
const circular = { name: 'loop' };
circular.self = circular;
const nullProto = Object.create(null);
nullProto.a = 1;

for (const value of [
  undefined, null, true, 0, -0, 1.5, NaN, 10n, 'it\'s', "say \"it's\"", 'a\nb', Symbol('s'), [], {}, [1, 'two', null], [[1, [2, [3, [4]]]]], { a: { b: { c: { d: 1 } } } },
  [undefined, , 3], new Array(5), Object.assign([1], { extra: true }), { 'needs quotes': 1, valid_1: 2, 3: 4, [Symbol('k')]: 5 }, new Point(), new Sub(), nullProto, circular,
  named, () => {}, class A {}, class B extends Point {}, async () => {}, function* gen() {}, new Date(0), new Date(NaN), /re/g, new Map([['k', { v: 1 }]]), new Set([1, 'a']),
  new Error('msg').message, new Number(3), new String('abc'), new Boolean(false), Object(Symbol('boxed')), new Uint8Array(3), new ArrayBuffer(2), new DataView(new ArrayBuffer(1)),
  Promise.resolve(4), Promise.reject(5).catch(() => {}) && new Promise(() => {}), new WeakMap(), Math, JSON, globalThis === global, { get a() { return 1; }, set b(v) {}, get c() { return 1; }, set c(v) {} },
  Object.create({ inherited: 1 }), new (class Foo extends Array {})(2), [new Point(), { p: new Point() }],
]) {
  log(inspect(value));
}
