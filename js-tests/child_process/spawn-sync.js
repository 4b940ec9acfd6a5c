// spawnSync: the result's shape, input, timeout, maxBuffer, and errors.
// Platforms: linux darwin
// Process: own (child processes)
'use strict';

const assert = require('assert');
const { spawnSync } = require('child_process');

const plain = spawnSync('/bin/sh', ['-c', 'echo out; echo err >&2; exit 4']);
assert.deepStrictEqual(Object.keys(plain), ['status', 'signal', 'output', 'pid', 'stdout', 'stderr']);
assert.strictEqual(plain.status, 4);
assert.strictEqual(plain.signal, null);
assert.ok(plain.pid > 0);
assert.deepStrictEqual(plain.output, [null, Buffer.from('out\n'), Buffer.from('err\n')]);
assert.strictEqual(plain.stdout, plain.output[1]);

assert.strictEqual(spawnSync('/bin/sh', ['-c', 'kill -9 $$']).signal, 'SIGKILL');
assert.strictEqual(spawnSync('/bin/sh', ['-c', 'kill -9 $$']).status, null);

assert.strictEqual(spawnSync('cat', { input: 'text', encoding: 'utf8' }).stdout, 'text');
assert.strictEqual(spawnSync('cat', { input: new Uint8Array([104, 105]) }).stdout.toString(), 'hi');
assert.strictEqual(spawnSync('cat', { input: '6869', encoding: 'hex' }).stdout, '6869');
assert.strictEqual(spawnSync('cat', { stdio: 'pipe', encoding: 'utf8' }).stdout, '');
const big = Buffer.alloc(600 * 1024, 'x');
assert.ok(spawnSync('cat', { input: big }).stdout.equals(big));
// The child does not read what it is given.
assert.strictEqual(spawnSync('true', { input: big }).status, 0);

const missing = spawnSync('no-such-program', ['a']);
assert.deepStrictEqual(Object.keys(missing), ['error', 'status', 'signal', 'output', 'pid', 'stdout', 'stderr']);
assert.strictEqual(missing.error.message, 'spawnSync no-such-program ENOENT');
assert.deepStrictEqual({ ...missing.error }, {
  errno: missing.error.errno, code: 'ENOENT', syscall: 'spawnSync no-such-program', path: 'no-such-program',
  spawnargs: ['a'],
});
assert.strictEqual(missing.pid, 0);
assert.strictEqual(missing.output, null);
assert.strictEqual(missing.stdout, undefined);

const slow = spawnSync('/bin/sh', ['-c', 'echo first; exec sleep 60'], { timeout: 300, killSignal: 'SIGKILL' });
assert.strictEqual(slow.error.code, 'ETIMEDOUT');
assert.strictEqual(slow.signal, 'SIGKILL');
assert.strictEqual(slow.stdout.toString(), 'first\n');

const noisy = spawnSync('yes', { maxBuffer: 100 });
assert.strictEqual(noisy.error.code, 'ENOBUFS');
assert.strictEqual(noisy.signal, 'SIGTERM');
assert.ok(noisy.stdout.length > 100);

assert.strictEqual(spawnSync('/bin/sh', ['-c', 'cat <&3; echo more >&4'],
  { stdio: ['ignore', 'pipe', 'pipe', 'ignore', 'pipe'] }).output.length, 5);
