// The class Assert: its options, and what its methods know off their object.
// Expect-Stdout-File: class.golden
// Needs-Node: 24
'use strict';

const assert = require('assert');
const { Assert } = assert;

const attempt = (fn) => {
  try {
    fn();
    console.log('fine');
  } catch (err) {
    console.log(err.code, err.diff, err.message);
  }
};
attempt(() => Assert());
attempt(() => new Assert({ diff: 'other' }));
const strict = new Assert({ diff: 'full' });
attempt(() => strict.equal(1, '1'));
attempt(() => strict.deepEqual({ a: 1, b: 2 }, { a: 1 }));
attempt(() => new Assert({ strict: false }).equal(1, '1'));
attempt(() => new Assert({ skipPrototype: true }).deepStrictEqual([1], Object.setPrototypeOf([1], null)));
const { strictEqual } = strict;
attempt(() => strictEqual(1, 2));
attempt(() => strict.notStrictEqual('x'.repeat(600), 'x'.repeat(600)));
console.log(Object.keys(strict).join(), assert.name, assert.strict.ok === assert.ok);
