// An interval fires until cleared, also from within itself, never early.
'use strict';

const assert = require('assert');
const { mustCall, mustNotCall } = require('../common');

let n = 0;
const started = Date.now();
const interval = setInterval(mustCall(function(a, b) {
  assert.strictEqual(this, interval);
  assert.deepStrictEqual([a, b], ['a', 'b']);
  n++;
  assert.ok(Date.now() - started >= 5 * n - 1, `round ${n} after ${Date.now() - started} ms`);
  if (n === 3) {
    clearInterval(this);
  }
}, 3), 5, 'a', 'b');

const never = setInterval(mustNotCall('cleared interval'), 1);
clearTimeout(never);
const timeout = setTimeout(mustNotCall('cleared timeout'), 1);
clearInterval(timeout);
