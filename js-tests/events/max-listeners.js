// The eleventh listener warns once; setMaxListeners changes the limit.
// Expect-Stderr: ^\(\w+:\d+\) MaxListenersExceededWarning: Possible EventEmitter memory leak detected\. 11 x listeners added to \[EventEmitter\]\. MaxListeners is 10\. Use emitter\.setMaxListeners\(\) to increase limit$
'use strict';

const assert = require('assert');
const EventEmitter = require('events');
const { mustCall, throwsError } = require('../common');

const e = new EventEmitter();
for (let i = 0; i < 13; i++) {
  e.on('x', () => {});
}
process.on('warning', mustCall((warning) => {
  assert.strictEqual(warning.name, 'MaxListenersExceededWarning');
  assert.strictEqual(warning.emitter, e);
  assert.strictEqual(warning.type, 'x');
  assert.strictEqual(warning.count, 11);
}));
const quiet = new EventEmitter().setMaxListeners(0);
for (let i = 0; i < 20; i++) {
  quiet.on('x', () => {});
}
assert.strictEqual(e.getMaxListeners(), 10);
for (const bad of [-1, NaN, 'x', undefined]) {
  throwsError(() => e.setMaxListeners(bad), { code: typeof bad === 'number' ? 'ERR_OUT_OF_RANGE' : 'ERR_INVALID_ARG_TYPE' });
}
