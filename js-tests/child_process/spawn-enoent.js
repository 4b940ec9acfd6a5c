// A program that does not exist: the error comes later, in Node's shape, and
// the streams end and close.
// Process: own (child processes)
// Expect-Stdout-File: spawn-enoent.golden
'use strict';

const assert = require('assert');
const { spawn } = require('child_process');
const { transcript, mustCall, mustNotCall } = require('../common');

const log = transcript();
const child = spawn('no-such-program', ['a', 'b']);
assert.strictEqual(child.pid, undefined);
child.on('spawn', mustNotCall());
child.on('exit', mustNotCall());
child.on('error', mustCall((err) => {
  log('error', err.message, JSON.stringify({ ...err, errno: err.errno < 0 }), child.exitCode);
}));
child.stdout.on('end', () => log('stdout end'));
child.stdout.on('data', mustNotCall());
child.on('close', (code, signal) => log('close', code, signal));
log('spawned', child.exitCode, child.kill(), child.killed);
process.nextTick(() => log('tick'));

// A working directory that does not exist is the same error.
spawn(process.execPath, [], { cwd: '/no/such/folder' }).on('error', mustCall((err) => {
  assert.strictEqual(err.code, 'ENOENT');
  assert.strictEqual(err.path, process.execPath);
  assert.strictEqual(err.syscall, 'spawn ' + process.execPath);
}));
// A file that cannot be run.
spawn(__filename).on('error', mustCall((err) => {
  assert.strictEqual(err.code, 'EACCES');
  assert.deepStrictEqual(err.spawnargs, []);
}));
