// Tests run behind the main script and its promise jobs, before timers and immediates; suites are built at once.
// Expect-Stdout-File: order.golden
'use strict';

require('../fixtures/test_runner/mask.js');
const { transcript } = require('../common');
const { test, describe, it } = require('node:test');

const log = transcript();
log('main');
process.nextTick(() => log('tick'));
Promise.resolve().then(() => log('promise'));
setTimeout(() => log('timeout'), 1);
setImmediate(() => log('immediate'));
const result = test('a', async () => {
  log('a');
  process.nextTick(() => log('tick of a'));
  await null;
  log('a goes on');
});
log('returns', result instanceof Promise);
describe('s', () => {
  log('s is built');
  it('s1', () => log('s1'));
  describe('n', () => {
    log('n is built');
    it('n1', () => log('n1'));
  });
  it('s2', () => log('s2'));
}).then((value) => log('s is over', value === undefined || value));
test('c', async (t) => {
  log('c');
  const inner = t.test('c1', () => log('c1'));
  log('c1 has been called');
  await inner;
  await t.test('c2', (t, done) => {
    log('c2');
    setImmediate(done);
  });
  log('c ends');
});
test('d', () => log('d'));
process.on('beforeExit', () => log('beforeExit'));
log('end of main');
