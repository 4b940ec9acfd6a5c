// 10,000 timers over 50 delays all fire, none early, those of one delay in the
// order they were made.
'use strict';

const assert = require('assert');
const { onExit } = require('../common');

const count = 10000;
const last = new Array(50).fill(-1);
let fired = 0;
const start = Date.now();
for (let i = 0; i < count; i++) {
  setTimeout((delay) => {
    assert.ok(Date.now() - start >= delay - 1);
    assert.ok(last[delay] < i, `${i} after ${last[delay]}`);
    last[delay] = i;
    fired++;
  }, i % 50, i % 50);
}
onExit(() => assert.strictEqual(fired, count));
