// A timer never fires before its time.
'use strict';

const assert = require('assert');
const { mustCall } = require('../common');

for (const ms of [1, 2, 5, 10, 25, 50]) {
  const start = process.hrtime.bigint();
  setTimeout(mustCall(() => {
    const took = Number(process.hrtime.bigint() - start) / 1e6;
    // Node counts in whole milliseconds.
    assert.ok(took >= ms - 1, `${ms} ms took ${took}`);
  }), ms);
}
