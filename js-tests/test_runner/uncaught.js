// Exceptions and rejections that nobody handles fail the test that runs; without one they are remarks at the end.
// Expect-Stdout-File: uncaught.golden
// Expect-Exit: 1
'use strict';

require('../fixtures/test_runner/mask.js');
const { test, describe, it } = require('node:test');

test('exception in an immediate', () => new Promise(() => {
  setImmediate(() => { throw new Error('uncaught'); });
}));
test('exception in a timer of a callback test', (t, done) => {
  setTimeout(() => { throw new Error('uncaught in timer'); }, 1);
});
test('rejection', () => new Promise(() => {
  setImmediate(() => Promise.reject(new Error('unhandled')));
}));
describe('suite', () => {
  it('member', (t, done) => {
    setImmediate(() => { throw new Error('uncaught in a member'); });
  });
  it('next member', () => {});
});
test('passes', () => {});
