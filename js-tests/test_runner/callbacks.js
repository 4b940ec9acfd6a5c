// Test functions with callbacks, promises and thenables.
// Expect-Stdout-File: callbacks.golden
// Expect-Exit: 1
'use strict';

require('../fixtures/test_runner/mask.js');
const { test } = require('node:test');
const assert = require('assert');

test('callback', (t, done) => setImmediate(done));
test('callback at once', (t, done) => done());
test('callback with an error', (t, done) => setImmediate(() => done(new Error('passed on'))));
test('callback with a value', (t, done) => done('text'));
test('callback with null', (t, done) => done(null));
test('callback and throw', (t, done) => { throw new Error('thrown'); });
test('callback and promise', async (t, done) => {});
test('called twice', (t, done) => {
  done();
  done();
});
test('called twice later', (t, done) => setImmediate(() => {
  done();
  done();
}));
test('this', function(t, done) {
  assert.strictEqual(this, t);
  done();
});
test('thenable', () => ({ then(resolve) { resolve(); } }));
test('rejecting thenable', () => ({ then(resolve, reject) { reject('a reason'); } }));
test('assertion', () => assert.strictEqual(1, 2));
test('value', () => 42);
