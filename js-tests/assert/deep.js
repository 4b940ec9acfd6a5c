// Deep comparisons that depend on what objects are, not on what they say.
// Expect-Stdout-File: deep.golden
'use strict';

const assert = require('assert');

const tagged = (obj, tag) => Object.defineProperty(obj, Symbol.toStringTag, { value: tag });
const throwing = () => Object.defineProperty(new Number(5), 'valueOf', { value() { throw new Error('no'); } });
const same = Symbol();
const wide = Object.assign([1], { 4294967296: true });
const pairs = {
  'proxy': [new Proxy([1, 2], {}), [1, 2]],
  'boxes': [throwing(), throwing()],
  'symbols': [Object(Symbol()), Object(Symbol())],
  'symbol': [Object(same), Object(same)],
  'no index': [wide, [1]],
  'array that is none': [[1], tagged(Object.setPrototypeOf({ 0: 1 }, Array.prototype), 'Array')],
  'maps': [new Map([[1, 'a'], ['1', 'b']]), new Map([['1', 'a'], [true, 'b']])],
  'sets': [new Set([1, [2]]), new Set(['1', [2]])],
  'sparse': [[1, , 3], [1, undefined, 3]],
  'dates': [new Date(NaN), new Date(NaN)],
  'url': [new URL('http://a/'), new URL('http://b/')],
  'errors': [new Error('a', { cause: 1 }), new Error('a', { cause: 2 })],
  'zero': [[0], [-0]],
  'floats': [new Float32Array([0]), new Float32Array([-0])],
  'plain prototypes': [Object.create({}), Object.create({})],
  'null prototype': [{}, Object.create(null)],
  'weak': [new WeakSet(), new WeakSet()],
  'parts': [{ a: [1, 2, 3], b: 1 }, { a: [1, 3] }],
};
for (const [name, [a, b]] of Object.entries(pairs)) {
  const results = ['deepEqual', 'deepStrictEqual', 'partialDeepStrictEqual'].map((method) => {
    try {
      assert[method](a, b);
      return true;
    } catch (err) {
      return err.code === 'ERR_ASSERTION' ? false : err;
    }
  });
  console.log(name, ...results);
}
