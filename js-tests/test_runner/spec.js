// The spec reporter: passes, failures, skips and todos, suites and subtests, the failures at length and the counts.
// Expect-Stdout-File: spec.golden
// Expect-Exit: 1
'use strict';

require('../fixtures/test_runner/mask.js');
const { test, describe, it } = require('node:test');

test('passes', (t) => { t.diagnostic('a remark'); });
test('throws', () => { throw new Error('thrown'); });
test('rejects', async () => { throw new TypeError('rejected', { cause: 'why' }); });
test('throws no error', () => { throw { a: 1 }; });
test('throws null', () => { throw null; });
test('throws a symbol', () => { throw Symbol('s'); });
test('throws several lines', () => { throw new Error('one\n\nthree'); });
test('skipped', { skip: true }, () => { throw new Error('not called'); });
test('skipped with a reason', { skip: 'a reason' });
test.skip('skipped by method');
test('to do', { todo: true });
test('to do with a reason', { todo: 'later' }, () => { throw new Error('not yet'); });
test.todo('to do by method', () => {});
test('skips itself', (t) => { t.skip('changed its mind'); });
test('marks itself to do', (t) => {
  t.todo();
  throw new Error('unfinished');
});
test(function named() {});
test(() => {});
test();
test('');
test({ skip: 'only options' });
test('nested', async (t) => {
  await t.test('first', () => {});
  await t.test('second', async (t) => {
    t.diagnostic('inner remark');
    await t.test('deep', () => { throw new Error('deep down'); });
  });
});
describe('suite', () => {
  it('a member', () => {});
  it('a failing member', () => { throw new RangeError('member'); });
  describe('inner', () => { it('inner member', () => {}); });
  describe('empty', () => {});
});
describe.skip('skipped suite', () => { it('not seen', () => {}); });
describe.todo('suite to do', () => { it('inherits', () => { throw new Error('does not count'); }); });
