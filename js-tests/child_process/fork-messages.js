// Messages in both directions: JSON's rules, order, callbacks.
// Process: own (child processes)
'use strict';

const assert = require('assert');
const { fork } = require('child_process');
const { mustCall, mustNotCall } = require('../common');

if (process.argv[2] === 'child') {
  assert.strictEqual(process.connected, true);
  assert.strictEqual('NODE_CHANNEL_FD' in process.env, false);
  assert.strictEqual('NODE_CHANNEL_SERIALIZATION_MODE' in process.env, false);
  process.on('message', (message, handle) => {
    assert.strictEqual(handle, undefined);
    if (message === 'bye') process.disconnect();
    else process.send(message);
  });
  return;
}

const messages = [
  'text', '', 'ünï\ncödé 😀', 0, -1.5, true, false, null, [], [1, [2]], {}, { a: { b: 'c' } },
  { cmd: 'NODE' }, { cmd: 'node_x' },
];
const child = fork(__filename, ['child']);
assert.deepStrictEqual(child.stdio, [null, null, null, null]);
assert.strictEqual(child.connected, true);
assert.notStrictEqual(child.channel, null);

const got = [];
child.on('message', (message) => {
  got.push(message);
  if (got.length === messages.length + 1) child.send('bye');
});
for (const message of messages) assert.strictEqual(child.send(message, mustCall((err) => assert.strictEqual(err, null))), true);
child.send({ date: new Date(0), nothing: undefined, fn() {}, nan: NaN, toJSON: undefined, map: new Map([[1, 2]]) });
// Node keeps these for itself.
child.send({ cmd: 'NODE_JSTESTS' });
child.on('error', mustNotCall());
child.on('disconnect', mustCall(() => assert.strictEqual(child.connected, false)));
child.on('close', mustCall((code) => {
  assert.strictEqual(code, 0);
  assert.deepStrictEqual(got.pop(), { date: '1970-01-01T00:00:00.000Z', nan: null, map: {} });
  assert.deepStrictEqual(got, messages);
}));
