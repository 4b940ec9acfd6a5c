// `this` in the callbacks, arguments, and timers that make timers.
'use strict';

const assert = require('assert');
const { mustCall } = require('../common');

const timeout = setTimeout(mustCall(function(...args) {
  assert.strictEqual(this, timeout);
  assert.deepStrictEqual(args, [1, 2, 3, 4]);
}), 1, 1, 2, 3, 4);
const immediate = setImmediate(mustCall(function(...args) {
  assert.strictEqual(this, immediate);
  assert.deepStrictEqual(args, [1, 2, 3, 4]);
}), 1, 2, 3, 4);
let depth = 0;
const nest = mustCall(() => {
  if (++depth < 10) {
    setTimeout(nest, 0);
  }
}, 10);
setTimeout(nest, 0);
