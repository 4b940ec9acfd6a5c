// A process with three pipes: what ChildProcess has from the start, what comes
// through the streams, and the exit code.
// Process: own (child processes)
'use strict';

const assert = require('assert');
const { EventEmitter } = require('events');
const net = require('net');
const { ChildProcess, spawn } = require('child_process');
const { mustCall } = require('../common');

if (process.argv[2] === 'child') {
  process.stdout.write('out');
  process.stderr.write('err');
  process.exitCode = 7;
  return;
}

const child = spawn(process.execPath, [__filename, 'child']);
assert.ok(child instanceof ChildProcess);
assert.ok(child instanceof EventEmitter);
assert.ok(child.pid > 0);
assert.strictEqual(child.exitCode, null);
assert.strictEqual(child.signalCode, null);
assert.strictEqual(child.killed, false);
assert.strictEqual(child.connected, false);
assert.strictEqual(child.spawnfile, process.execPath);
assert.deepStrictEqual(child.spawnargs, [process.execPath, __filename, 'child']);
assert.deepStrictEqual(child.stdio, [child.stdin, child.stdout, child.stderr]);
for (const stream of child.stdio) assert.ok(stream instanceof net.Socket);
assert.strictEqual(child.stdin.readable, false);
assert.strictEqual(child.stdin.writable, true);
assert.strictEqual(child.stdout.readable, true);

const text = { stdout: '', stderr: '' };
for (const name of ['stdout', 'stderr']) {
  child[name].setEncoding('utf8');
  child[name].on('data', (chunk) => { text[name] += chunk; });
  child[name].on('end', mustCall());
}
child.on('exit', mustCall((code, signal) => {
  assert.strictEqual(code, 7);
  assert.strictEqual(signal, null);
  assert.strictEqual(child.exitCode, 7);
}));
child.on('close', mustCall((code, signal) => {
  assert.strictEqual(code, 7);
  assert.strictEqual(signal, null);
  assert.deepStrictEqual(text, { stdout: 'out', stderr: 'err' });
}));
