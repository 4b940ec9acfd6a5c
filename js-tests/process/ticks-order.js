// nextTick, promises, microtasks, immediates and timers queued by the main
// script.
// Expect-Stdout-File: ticks-order.golden
'use strict';

const { transcript } = require('../common');

const log = transcript();

setTimeout(() => log('timer'), 1);
Promise.resolve().then(() => log('promise 1')).then(() => log('promise 2'));
queueMicrotask(() => log('microtask'));
process.nextTick((a, b) => log('tick', a, b), 'with', 'arguments');
process.nextTick(() => {
  log('tick 2');
  process.nextTick(() => log('tick of tick 2'));
  Promise.resolve().then(() => log('promise of tick 2'));
});
(async () => {
  log('async function starts');
  await null;
  log('after await');
  await new Promise((resolve) => process.nextTick(resolve));
  log('after await of a tick');
})();
log('main script ends');
