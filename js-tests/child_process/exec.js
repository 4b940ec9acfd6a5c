// exec: what the callback gets, the error's shape, maxBuffer and encodings.
// Platforms: linux darwin
// Process: own (child processes)
'use strict';

const assert = require('assert');
const { exec } = require('child_process');
const { mustCall } = require('../common');

exec('echo out; echo err >&2', mustCall((err, stdout, stderr) => {
  assert.strictEqual(err, null);
  assert.strictEqual(stdout, 'out\n');
  assert.strictEqual(stderr, 'err\n');
}));

exec('echo out; echo bad >&2; exit 5', mustCall((err, stdout, stderr) => {
  assert.strictEqual(err.message, 'Command failed: echo out; echo bad >&2; exit 5\nbad\n');
  assert.deepStrictEqual({ ...err },
    { code: 5, killed: false, signal: null, cmd: 'echo out; echo bad >&2; exit 5' });
  assert.deepStrictEqual(Object.keys(err), ['code', 'killed', 'signal', 'cmd']);
  assert.strictEqual(stdout, 'out\n');
  assert.strictEqual(stderr, 'bad\n');
}));

exec('exit 1', mustCall((err) => assert.strictEqual(err.message, 'Command failed: exit 1\n')));

exec('kill -9 $$', mustCall((err) => {
  assert.strictEqual(err.code, null);
  assert.strictEqual(err.signal, 'SIGKILL');
  assert.strictEqual(err.killed, false);
}));

exec('echo 0123456789', { maxBuffer: 5 }, mustCall((err, stdout) => {
  assert.ok(err instanceof RangeError);
  assert.strictEqual(err.code, 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER');
  assert.strictEqual(err.message, 'stdout maxBuffer length exceeded');
  assert.strictEqual(err.cmd, 'echo 0123456789');
  assert.strictEqual(stdout, '01234');
}));

exec('echo 0123456789 >&2', { maxBuffer: 5, encoding: 'latin1' }, mustCall((err, stdout, stderr) => {
  assert.strictEqual(err.message, 'stderr maxBuffer length exceeded');
  assert.strictEqual(stderr, '01234');
}));

exec('echo 0123', { maxBuffer: 5, encoding: 'buffer' }, mustCall((err, stdout, stderr) => {
  assert.strictEqual(err, null);
  assert.ok(stdout.equals(Buffer.from('0123\n')));
  assert.ok(Buffer.isBuffer(stderr));
}));

exec('printf "\\303\\244"', { encoding: 'hex' }, mustCall((err, stdout) => assert.strictEqual(stdout, 'c3a4')));

const child = exec('exit 0');
assert.strictEqual(child.spawnfile, '/bin/sh');
child.on('close', mustCall((code) => assert.strictEqual(code, 0)));
