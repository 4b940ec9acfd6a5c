// An exception in a nextTick callback: the ticks behind it still run, before
// promises and immediates.
// Expect-Stdout-File: next-tick-handled.golden
'use strict';

const { survive, transcript } = require('../common');

const log = transcript();
survive(log);

setImmediate(() => log('immediate'));
Promise.resolve().then(() => log('promise'));
process.nextTick(() => {
  log('first tick');
  process.nextTick(() => log('tick of first'));
  Promise.resolve().then(() => log('promise of first'));
  throw new Error('from the first tick');
});
process.nextTick(() => log('second tick'));
process.nextTick(() => {
  log('third tick');
  throw new Error('from the third tick');
});
process.nextTick(() => log('fourth tick'));
