// kill(): the signal, killed, signalCode, and what a dead process answers.
// Platforms: linux darwin
// Process: own (child processes)
'use strict';

const assert = require('assert');
const { spawn } = require('child_process');
const { mustCall, throwsError } = require('../common');

const child = spawn('sleep', ['60']);
throwsError(() => child.kill('SIGNOPE'), { code: 'ERR_UNKNOWN_SIGNAL', message: 'Unknown signal: SIGNOPE' });
throwsError(() => child.kill(1000), { code: 'ERR_UNKNOWN_SIGNAL' });
assert.strictEqual(child.killed, false);
assert.strictEqual(child.kill(0), true);
assert.strictEqual(child.killed, true);
assert.strictEqual(child.kill(), true);
assert.strictEqual(child.signalCode, null);
child.on('exit', mustCall((code, signal) => {
  assert.strictEqual(code, null);
  assert.strictEqual(signal, 'SIGTERM');
  assert.strictEqual(child.signalCode, 'SIGTERM');
  assert.strictEqual(child.exitCode, null);
  assert.strictEqual(child.kill(), false);
}));
child.on('close', mustCall((code, signal) => assert.strictEqual(signal, 'SIGTERM')));

const other = spawn('sleep', ['60']);
assert.strictEqual(other.kill('sigkill'), true);
other.on('exit', mustCall((code, signal) => assert.strictEqual(signal, 'SIGKILL')));

const third = spawn('sleep', ['60']);
process.kill(third.pid, 'SIGINT');
third.on('exit', mustCall((code, signal) => {
  assert.strictEqual(signal, 'SIGINT');
  assert.strictEqual(third.killed, false);
}));
