// The signal option: an AbortError whose cause is the reason.
// Platforms: linux darwin
// Process: own (child processes)
'use strict';

const assert = require('assert');
const { spawn, execFile } = require('child_process');
const { mustCall, mustNotCall } = require('../common');

const controller = new AbortController();
const reason = new Error('enough');
const child = spawn('sleep', ['60'], { signal: controller.signal });
child.on('error', mustCall((err) => {
  assert.strictEqual(err.name, 'AbortError');
  assert.strictEqual(err.code, 'ABORT_ERR');
  assert.strictEqual(err.message, 'The operation was aborted');
  assert.strictEqual(err.cause, reason);
}));
child.on('exit', mustCall((code, signal) => assert.strictEqual(signal, 'SIGTERM')));
child.on('spawn', () => controller.abort(reason));

// Aborted before: the process is started all the same, and killed.
const early = spawn('sleep', ['60'], { signal: AbortSignal.abort(), killSignal: 'SIGKILL' });
early.on('error', mustCall((err) => assert.strictEqual(err.name, 'AbortError')));
early.on('exit', mustCall((code, signal) => assert.strictEqual(signal, 'SIGKILL')));

// Aborted after: nothing happens.
const late = new AbortController();
const done = spawn('true', { signal: late.signal });
done.on('error', mustNotCall());
done.on('exit', mustCall(() => late.abort()));

const third = new AbortController();
execFile('sleep', ['60'], { signal: third.signal }, mustCall((err) => {
  assert.strictEqual(err.name, 'AbortError');
  assert.strictEqual(err.cmd, 'sleep 60');
}));
third.abort();
