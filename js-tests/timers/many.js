// 10,000 timers over 50 delays fire in the order of their due times.
'use strict';

const assert = require('assert');
const { onExit } = require('../common');

const count = 10000;
let fired = 0;
let last = -1;
const start = Date.now();
for (let i = 0; i < count; i++) {
  setTimeout((delay) => {
    // Timers of one delay keep their order; between delays the due time counts.
    assert.ok(Date.now() - start >= delay - 1);
    fired++;
    last = i;
  }, i % 50, i % 50);
}
onExit(() => {
  assert.strictEqual(fired, count);
  assert.strictEqual(last % 50, 49);
});
