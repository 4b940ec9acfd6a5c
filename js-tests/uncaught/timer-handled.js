// An exception in a timer with an 'uncaughtException' listener: the other timers
// that are due run before ticks and promises.
// Expect-Stdout-File: timer-handled.golden
'use strict';

const { survive, transcript } = require('../common');

const log = transcript();
survive(log);

setTimeout(() => {
  log('first timer');
  process.nextTick(() => log('tick of first'));
  Promise.resolve().then(() => log('promise of first'));
  throw new Error('from the first timer');
}, 1);
setTimeout(() => {
  log('second timer');
  process.nextTick(() => log('tick of second'));
}, 1);
setTimeout(() => log('later timer'), 40);

// Both are due when the loop looks.
const until = Date.now() + 3;
while (Date.now() < until);
