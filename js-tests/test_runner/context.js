// TestContext and SuiteContext: what a test knows about itself.
// Expect-Stdout-File: context.golden
'use strict';

require('../fixtures/test_runner/mask.js');
const assert = require('assert');
const { transcript, throwsError } = require('../common');
const { test, describe, it, getTestContext } = require('node:test');

const log = transcript();
const members = (object) => Object.getOwnPropertyNames(Object.getPrototypeOf(object)).sort().join(' ');

test('a test', { tags: [] }, async (t) => {
  log(members(t));
  log(t.name, t.fullName, t.passed, t.error, t.attempt, t.workerId, JSON.stringify(t.tags));
  assert.strictEqual(t.filePath, __filename);
  assert.strictEqual(getTestContext(), t);
  assert.strictEqual(t.mock, t.mock);
  assert.strictEqual(t.assert, t.assert);
  assert.ok(t.signal instanceof AbortSignal);
  log(t.signal.aborted, Object.keys(t).length, Object.keys(t.assert).join(' '));
  throwsError(() => { t.name = 'other'; }, { type: TypeError });
  t.log('now');
  t.diagnostic('at the end');
  let signal;
  await t.test('sub', (sub) => {
    signal = sub.signal;
    assert.strictEqual(getTestContext(), sub);
  });
  log('signal after the end', signal.aborted);
});
test('assertions', async (t) => {
  t.assert.ok(true);
  t.assert.deepStrictEqual({ a: [1] }, { a: [1] });
  t.assert.throws(() => { throw new Error('x'); }, /x/);
  await t.assert.rejects(Promise.reject(new Error('y')), { message: 'y' });
  throwsError(() => t.assert.ok(0), { code: 'ERR_ASSERTION', message: 'The expression evaluated to a falsy value:\n\n  t.assert.ok(0)\n' });
  throwsError(() => t.assert.strictEqual(1, 2), { code: 'ERR_ASSERTION', generatedMessage: true, operator: 'strictEqual' });
});
describe('a suite', (s) => {
  log(members(s));
  log(s.name, s.fullName, s.passed, s.signal.aborted);
  assert.strictEqual(s.filePath, __filename);
  s.diagnostic('of the suite');
  it('member', (t) => log(t.fullName));
});
log(getTestContext());
