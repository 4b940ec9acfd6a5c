// t.waitFor calls a function until it succeeds or the time is over.
// Expect-Stdout-File: wait-for.golden
'use strict';

require('../fixtures/test_runner/mask.js');
const { transcript, throwsError } = require('../common');
const { test } = require('node:test');

const log = transcript();
test('waitFor', async (t) => {
  let calls = 0;
  log(await t.waitFor(() => {
    if (++calls < 3) {
      throw new Error('not yet');
    }
    return calls;
  }, { interval: 1 }));
  log(await t.waitFor(async () => 'a promise'));
  await t.waitFor(() => { throw new Error('last'); }, { interval: 1, timeout: 10 }).then(
    () => log('resolved'), (err) => log(err.message, err.cause.message, err.code));
  throwsError(() => t.waitFor(1), { message: 'The "condition" argument must be of type function. Received type number (1)' });
  throwsError(() => t.waitFor(() => {}, 1), { message: 'The "options" argument must be of type object. Received type number (1)' });
  throwsError(() => t.waitFor(() => {}, { interval: 'x' }), { message: 'The "options.interval" property must be of type number. Received type string (\'x\')' });
  throwsError(() => t.waitFor(() => {}, { timeout: 'x' }), { code: 'ERR_INVALID_ARG_TYPE' });
});
