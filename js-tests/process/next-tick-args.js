// nextTick wants a function and passes its arguments; `this` is undefined.
'use strict';

const assert = require('assert');
const { mustCall, throwsError } = require('../common');

for (const bad of [undefined, null, 1, 'x', {}, []]) {
  throwsError(() => process.nextTick(bad), { code: 'ERR_INVALID_ARG_TYPE', type: TypeError, message: /^The "callback" argument must be of type function\. Received / });
}
for (let n = 0; n < 7; n++) {
  const sent = Array.from({ length: n }, (_, i) => i);
  process.nextTick(mustCall(function(...got) {
    assert.deepStrictEqual(got, sent);
  }), ...sent);
}
process.nextTick(mustCall(() => {}));
assert.strictEqual(process.nextTick.name, 'nextTick');
assert.strictEqual(process.nextTick.length, 1);
throwsError(() => queueMicrotask(), { code: 'ERR_INVALID_ARG_TYPE', type: TypeError });
