// Hooks that fail: which tests fail with them, and which hooks still run.
// Expect-Stdout-File: hook-failures.golden
// Expect-Exit: 1
'use strict';

require('../fixtures/test_runner/mask.js');
const { transcript } = require('../common');
const { test, describe, it, before, after, beforeEach, afterEach } = require('node:test');

const log = transcript();
const fails = (what) => () => {
  log(what);
  throw new Error(what);
};

for (const [name, hook] of Object.entries({ before, after, beforeEach, afterEach })) {
  describe(`${name} fails`, () => {
    hook(fails(name));
    after(() => log('after', name));
    it('one', () => log('one of', name));
    it('two', () => log('two of', name));
  });
}
describe('test and hook fail', () => {
  afterEach(fails('afterEach'));
  it('one', fails('body'));
});
test('t.before', async (t) => {
  t.after(() => log('t.after runs'));
  t.before(fails('t.before'));
  await t.test('sub', () => {});
});
test('t.after', (t) => { t.after(fails('t.after')); });
test('t.after of a failing test', (t) => {
  t.after(() => log('cleaned up'));
  throw new Error('body');
});
test('callback', (t) => { t.after((t, done) => done(new Error('by callback'))); });
test('hook times out', (t) => { t.after(() => new Promise((resolve) => setTimeout(resolve, 1000).unref()), { timeout: 1 }); });
test('is told', (t) => {
  t.after((t) => log(t.passed, t.error === null));
});
test('is told of failure', (t) => {
  t.after((t) => log(t.passed, t.error.code, t.error.failureType, t.error.cause.message, t.error.message));
  throw new Error('fault');
});
