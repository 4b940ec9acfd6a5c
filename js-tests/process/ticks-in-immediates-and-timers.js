// The tick queue and the promises run after every single immediate and timer,
// not after the whole list.
// Expect-Stdout-File: ticks-in-immediates-and-timers.golden
'use strict';

const { transcript } = require('../common');

const log = transcript();

function queue(kind, n) {
  log(kind, n);
  process.nextTick(() => log('tick of', kind, n));
  Promise.resolve().then(() => log('promise of', kind, n));
}

for (let n = 1; n <= 3; n++) {
  setTimeout(queue, 1, 'timer', n);
}
const until = Date.now() + 3;
while (Date.now() < until);
setTimeout(() => {
  for (let n = 1; n <= 3; n++) {
    setImmediate(queue, 'immediate', n);
  }
}, 10);
