// assert.register adds to t.assert.
// Expect-Stdout-File: register.golden
// Expect-Exit: 1
'use strict';

require('../fixtures/test_runner/mask.js');
const assert = require('assert');
const { test, assert: custom } = require('node:test');

let seen;
custom.register('isOdd', function(n) {
  seen = this;
  assert.strictEqual(n % 2, 1, `${n} is even`);
  return 'result';
});
test('used', (t) => {
  t.plan(2);
  assert.strictEqual(t.assert.isOdd(3), 'result');
  assert.strictEqual(seen, t);
  t.assert.isOdd(5);
});
test('fails', (t) => t.assert.isOdd(4));
test('replaced', (t) => {
  custom.register('ok', () => 'mine');
  t.assert.ok(false);
});
