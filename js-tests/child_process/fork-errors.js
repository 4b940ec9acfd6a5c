// What send and disconnect refuse, by exception, by callback and by 'error'.
// Process: own (child processes)
'use strict';

const assert = require('assert');
const { fork } = require('child_process');
const { mustCall, throwsError, expectsError } = require('../common');

if (process.argv[2] === 'child') {
  process.on('message', () => process.disconnect());
  return;
}

const child = fork(__filename, ['child']);
for (const [call, code] of [
  [() => child.send(), 'ERR_MISSING_ARGS'],
  [() => child.send(undefined), 'ERR_MISSING_ARGS'],
  [() => child.send(() => {}), 'ERR_INVALID_ARG_TYPE'],
  [() => child.send(Symbol('x')), 'ERR_INVALID_ARG_TYPE'],
  [() => child.send('x', {}), 'ERR_INVALID_HANDLE_TYPE'],
  [() => child.send('x', 'handle'), 'ERR_INVALID_HANDLE_TYPE'],
  [() => child.send('x', null, 1), 'ERR_INVALID_ARG_TYPE'],
  [() => child.send('x', null, null), 'ERR_INVALID_ARG_TYPE'],
]) throwsError(call, { code });

child.send('end');
child.on('disconnect', mustCall(() => {
  assert.strictEqual(child.channel, null);
  const errors = [];
  child.on('error', (err) => errors.push(err.code));
  assert.strictEqual(child.send('late', expectsError({ code: 'ERR_IPC_CHANNEL_CLOSED', message: 'Channel closed' })), false);
  assert.strictEqual(child.send('late'), false);
  child.disconnect();
  assert.deepStrictEqual(errors, ['ERR_IPC_DISCONNECTED']);
  process.nextTick(mustCall(() => assert.deepStrictEqual(errors, ['ERR_IPC_DISCONNECTED', 'ERR_IPC_CHANNEL_CLOSED'])));
}));
