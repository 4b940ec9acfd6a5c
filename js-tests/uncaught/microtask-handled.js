// An exception in a microtask: the microtasks behind it still run.
// Expect-Stdout-File: microtask-handled.golden
'use strict';

const { survive, transcript } = require('../common');

const log = transcript();
survive(log);

setImmediate(() => log('immediate'));
queueMicrotask(() => {
  log('first microtask');
  process.nextTick(() => log('tick of first'));
  queueMicrotask(() => log('microtask of first'));
  throw new Error('from the first microtask');
});
queueMicrotask(() => log('second microtask'));
Promise.resolve().then(() => log('promise'));
process.nextTick(() => log('tick'));
