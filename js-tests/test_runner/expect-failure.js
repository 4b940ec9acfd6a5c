// expectFailure turns the result of a test round.
// Expect-Stdout-File: expect-failure.golden
// Expect-Exit: 1
'use strict';

require('../fixtures/test_runner/mask.js');
const { test, it } = require('node:test');

const boom = () => { throw new Error('boom'); };
test.expectFailure('by method', boom);
test('by option', { expectFailure: true }, boom);
test('asynchronous', { expectFailure: true }, async () => boom());
test('passes', { expectFailure: true }, () => {});
test('passes, with a reason', { expectFailure: 'a reason' }, () => {});
test('pattern', { expectFailure: /boom/ }, boom);
test('function', { expectFailure: (err) => err.message === 'boom' }, boom);
test('label and match', { expectFailure: { label: 'why', match: /boom/ } }, boom);
test('not expected', { expectFailure: false }, () => {});
it.todo('to do', { expectFailure: true }, boom);
it.skip('skipped', { expectFailure: true }, boom);
