// Time limits and abort signals cancel tests and what is below them.
// Expect-Stdout-File: cancel.golden
// Expect-Exit: 1
'use strict';

require('../fixtures/test_runner/mask.js');
const { transcript } = require('../common');
const { test, describe, it } = require('node:test');

const log = transcript();
const keep = setTimeout(() => {}, 10000);
const never = () => new Promise(() => {});

test('timeout', { timeout: 2 }, never);
test('timeout of a callback', { timeout: 2 }, (t, done) => {});
test('signal of the test is aborted', { timeout: 2 }, (t) => {
  t.signal.addEventListener('abort', () => log('aborted'));
  t.after(() => log('after'));
  return never();
});
test('parent times out', { timeout: 2 }, async (t) => {
  t.test('begun', never);
  t.test('waiting', () => log('not called'));
  await never();
});
describe('suite times out', { timeout: 2 }, () => {
  it('begun', never);
  it('waiting', () => log('not called'));
});
test('aborted before', { signal: AbortSignal.abort(new Error('no time')) }, () => log('not called'));
const controller = new AbortController();
test('aborted meanwhile', { signal: controller.signal }, (t) => {
  setImmediate(() => controller.abort(new Error('enough')));
  return never();
});
describe('suite aborted before', { signal: AbortSignal.abort(new Error('no suite')) }, () => { it('unseen', () => {}); });
describe('suite that throws', () => {
  it('unseen', () => {});
  throw new Error('while building');
});
describe('suite that rejects', async () => {
  it('unseen', () => {});
  throw new Error('while building later');
});
test('last', () => clearTimeout(keep));
