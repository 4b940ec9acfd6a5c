// An exception in a timer that is the only one due: ticks and promises run right
// after the 'uncaughtException' listener.
// Expect-Stdout-File: timer-alone-handled.golden
'use strict';

const { survive, transcript } = require('../common');

const log = transcript();
survive(log);

setTimeout(() => {
  process.nextTick(() => log('tick'));
  Promise.resolve().then(() => log('promise'));
  setImmediate(() => log('immediate'));
  throw new Error('boom');
}, 1);
