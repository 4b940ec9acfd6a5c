// A rejection handled in the same turn, by a tick or a later promise, is not
// reported.
'use strict';

const { mustCall, mustNotCall } = require('../common');

process.on('unhandledRejection', mustNotCall('unhandledRejection'));
process.on('rejectionHandled', mustNotCall('rejectionHandled'));

const byTick = Promise.reject(new Error('1'));
process.nextTick(() => byTick.catch(mustCall()));
const byPromise = Promise.reject(new Error('2'));
Promise.resolve().then(() => Promise.resolve()).then(() => byPromise.catch(mustCall()));
const byTickOfPromise = Promise.reject(new Error('3'));
Promise.resolve().then(() => process.nextTick(() => byTickOfPromise.catch(mustCall())));
const byAll = Promise.reject(new Error('4'));
Promise.all([byAll]).catch(mustCall());
Promise.allSettled([Promise.reject(new Error('5'))]).then(mustCall());
(async () => {
  try {
    await Promise.reject(new Error('6'));
  } catch {
    await null;
  }
})().then(mustCall());
