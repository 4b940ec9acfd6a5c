// An exception in a promise reaction is a rejection: with an
// 'uncaughtException' listener it arrives there after all microtasks, with the
// origin 'unhandledRejection'.
// Expect-Stdout-File: promise-reaction-handled.golden
'use strict';

const { survive, transcript } = require('../common');

const log = transcript();
survive(log);

setImmediate(() => log('immediate'));
Promise.resolve().then(() => {
  log('first reaction');
  process.nextTick(() => log('tick of first'));
  throw new Error('from the first reaction');
});
Promise.resolve().then(() => log('second reaction')).then(() => log('reaction to second'));
Promise.resolve().then(() => {
  throw new Error('from the third reaction');
});
