// 'unhandledRejection' gets reason and promise after the ticks and promises of
// the turn; 'rejectionHandled' comes when the promise is handled later.
// Expect-Stdout-File: rejection-events.golden
'use strict';

const { transcript } = require('../common');

const log = transcript();
const promise = Promise.reject(new Error('boom'));

process.on('unhandledRejection', (reason, p) => {
  log('unhandledRejection', reason.message, p === promise);
  process.nextTick(() => log('tick of unhandledRejection'));
  setImmediate(() => {
    log('handling');
    promise.catch((err) => log('caught', err.message));
    process.nextTick(() => log('tick after handling'));
    setImmediate(() => log('immediate after handling'));
  });
});
process.on('rejectionHandled', (p) => log('rejectionHandled', p === promise));
process.on('uncaughtException', () => log('uncaughtException'));
process.nextTick(() => log('tick'));
Promise.resolve().then(() => log('promise 1')).then(() => log('promise 2'));
setImmediate(() => log('immediate'));
