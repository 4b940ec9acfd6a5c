// An exception in an immediate: the rest of the immediates run in the same turn,
// before ticks and promises of the first.
// Expect-Stdout-File: immediate-handled.golden
'use strict';

const { survive, transcript } = require('../common');

const log = transcript();
survive(log);

setImmediate(() => {
  log('first immediate');
  process.nextTick(() => log('tick of first'));
  Promise.resolve().then(() => log('promise of first'));
  setImmediate(() => log('immediate of first'));
  throw new Error('from the first immediate');
});
setImmediate(() => {
  log('second immediate');
  process.nextTick(() => log('tick of second'));
});
setImmediate(() => log('third immediate'));
