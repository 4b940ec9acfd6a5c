// An interval whose callback takes longer than its delay lets everything else
// that is due run between two rounds.
// Expect-Stdout-File: interval-long-callback.golden
'use strict';

const { transcript } = require('../common');

const log = transcript();

let n = 0;
const interval = setInterval(() => {
  log('round', ++n);
  if (n === 3) {
    clearInterval(interval);
    return;
  }
  setImmediate(() => log('immediate of round', n));
  process.nextTick(() => log('tick of round', n));
  const until = Date.now() + 8;
  while (Date.now() < until);
}, 2);
