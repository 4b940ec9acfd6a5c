// t.plan and the option plan: assertions and subtests are counted.
// Expect-Stdout-File: plan.golden
// Expect-Exit: 1
'use strict';

require('../fixtures/test_runner/mask.js');
const { test } = require('node:test');

test('met', (t) => {
  t.plan(2);
  t.assert.ok(true);
  t.assert.equal(1, 1);
});
test('too few', (t) => t.plan(1));
test('too many', (t) => {
  t.plan(1);
  t.assert.ok(true);
  t.assert.ok(true);
});
test('subtests count', (t) => {
  t.plan(2);
  t.assert.ok(true);
  t.test('sub', (t) => {
    t.plan(1);
    t.assert.ok(true);
  });
});
test('by option', { plan: 1 }, (t) => t.assert.ok(true));
test('by option, not met', { plan: 1 }, () => {});
test('waits', (t) => {
  t.plan(1, { wait: true });
  setImmediate(() => t.assert.ok(true));
});
test('waits no longer than that', (t) => t.plan(1, { wait: 1 }));
test('does not wait', (t) => {
  t.plan(1, { wait: false });
  setImmediate(() => t.assert.ok(true));
});
test('waits for one that fails', (t) => {
  t.plan(1, { wait: true });
  setImmediate(() => t.assert.strictEqual(1, 2));
});
test('callback', (t, done) => {
  t.plan(1, { wait: 1000 });
  setImmediate(() => t.assert.ok(true));
  done();
});
