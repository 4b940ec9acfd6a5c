// A test marked only leaves out the others.
// Expect-Stdout-File: only.golden
'use strict';

require('../fixtures/test_runner/mask.js');
const { test, describe, it } = require('node:test');

test('left out', () => { throw new Error('not called'); });
test.only('marked', async (t) => {
  await t.test('sub', () => {});
  t.runOnly(true);
  await t.test('left out by runOnly', () => { throw new Error('not called'); });
  await t.test('sub marked', { only: true }, () => {});
  t.runOnly(false);
  await t.test('sub again', () => {});
});
describe('suite with a marked member', () => {
  it('left out', () => { throw new Error('not called'); });
  it('marked', { only: true }, () => {});
  describe('inner', () => {
    it('left out', () => {});
    it.only('marked', () => {});
  });
});
describe.only('marked suite', () => {
  it('all', () => {});
  describe('of', () => { it('them', () => {}); });
});
describe.only('marked suite with a marked member', () => {
  it('left out', () => {});
  it.only('marked', () => {});
});
describe('suite without', () => { it('left out', () => {}); });
