// Ticks queued by promises run after all promises that are ready, and before
// the next immediate.
// Expect-Stdout-File: ticks-in-promises.golden
'use strict';

const { transcript } = require('../common');

const log = transcript();

setImmediate(() => {
  setImmediate(() => log('immediate'));
  Promise.resolve().then(() => {
    log('promise 1');
    process.nextTick(() => {
      log('tick of promise 1');
      Promise.resolve().then(() => log('promise of tick'));
    });
    process.nextTick(() => log('second tick of promise 1'));
  }).then(() => log('promise 1 then'));
  Promise.resolve().then(() => log('promise 2'));
  process.nextTick(() => log('tick'));
});
