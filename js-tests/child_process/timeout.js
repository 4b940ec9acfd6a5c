// The timeout option of spawn and exec, with killSignal.
// Platforms: linux darwin
// Process: own (child processes)
'use strict';

const assert = require('assert');
const { spawn, exec } = require('child_process');
const { mustCall } = require('../common');

const child = spawn('sleep', ['60'], { timeout: 20 });
child.on('exit', mustCall((code, signal) => {
  assert.strictEqual(signal, 'SIGTERM');
  assert.strictEqual(child.killed, true);
}));

spawn('sleep', ['60'], { timeout: 20, killSignal: 'SIGKILL' }).on('exit', mustCall((code, signal) => {
  assert.strictEqual(signal, 'SIGKILL');
}));

exec('exec sleep 60', { timeout: 20, killSignal: 'SIGINT' }, mustCall((err, stdout, stderr) => {
  assert.strictEqual(err.killed, true);
  assert.strictEqual(err.code, null);
  assert.strictEqual(err.signal, 'SIGINT');
  assert.strictEqual(err.cmd, 'exec sleep 60');
  assert.strictEqual(stdout + stderr, '');
}));
