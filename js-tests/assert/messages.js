// Messages of AssertionError: carets, commas, errors without stacks, long
// strings.
// Expect-Stdout-File: messages.golden
'use strict';

const assert = require('assert');
const { inspect } = require('util');

const attempt = (fn) => {
  try {
    fn();
    console.log('fine');
  } catch (err) {
    console.log(err.message);
  }
};
attempt(() => assert.strictEqual('abcdefghijklmnop', 'abcde#ghijklmnop'));
attempt(() => assert.strictEqual('abcdefghijklmnop', 'a#cdefghijklmnop'));
attempt(() => assert.strictEqual(`${'a'.repeat(37)}x`, `${'a'.repeat(37)}y`));
attempt(() => assert.strictEqual(`${'a'.repeat(38)}x`, `${'a'.repeat(38)}y`));
attempt(() => assert.deepStrictEqual({ a: 4 }, { a: 4, b: true }));
attempt(() => assert.deepStrictEqual({ a: { b: [1, 2, 3] } }, { a: { b: [3, 4, 5] } }));
attempt(() => assert.deepStrictEqual(new Error('a', { cause: new Error('x') }), new Error('a', { cause: new Error('y') })));
attempt(() => assert.strictEqual(() => 1, () => 1));
attempt(() => assert.strictEqual([], []));
attempt(() => assert.strictEqual('a\n'.repeat(50), 'b'));
attempt(() => assert.deepStrictEqual(new URL('http://a/'), new URL('http://b/')));
attempt(() => assert.throws(() => { throw new RangeError('x'); }, TypeError));
attempt(() => assert.ok(typeof 123 === 'string'));
attempt(() => assert['ok']['call'](null, 0));
try {
  assert.strictEqual('x\n'.repeat(15), '');
} catch (err) {
  console.log(inspect({ actual: err.actual }).split('\n').length, inspect(err).includes("'...'"));
}
