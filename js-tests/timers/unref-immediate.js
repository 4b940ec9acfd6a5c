// An unref'd immediate does not keep the process alive, and runs when the loop
// turns for another reason.
// Needs-Node: 24
'use strict';

const assert = require('assert');
const { mustCall, mustNotCall } = require('../common');

const alone = setImmediate(mustCall());
assert.strictEqual(alone.hasRef(), true);
assert.strictEqual(alone.unref(), alone);
assert.strictEqual(alone.hasRef(), false);
assert.strictEqual(alone.ref(), alone);
setImmediate(mustCall(() => {
  // Nothing is left then that would make another turn.
  setImmediate(mustNotCall('unref immediate')).unref();
}));
