// execSync and execFileSync return the output or throw an error that has all
// of the result; the child's errors are shown here.
// Platforms: linux darwin
// Process: own (child processes)
// Expect-Stderr: ^shown$
'use strict';

const assert = require('assert');
const { execSync, execFileSync } = require('child_process');

assert.strictEqual(execSync('echo a b; echo shown >&2').toString(), 'a b\n');
assert.strictEqual(execSync('cat', { input: 'x', encoding: 'utf8' }), 'x');
assert.strictEqual(execFileSync('echo', ['$HOME'], { encoding: 'utf8' }), '$HOME\n');
assert.strictEqual(execSync('echo hidden', { stdio: 'ignore' }), null);

function caught(fn) {
  try {
    fn();
  } catch (err) {
    return err;
  }
  return assert.fail('nothing thrown');
}

const failed = caught(() => execSync('echo out; echo bad >&2; exit 3', { stdio: 'pipe' }));
assert.strictEqual(failed.message, 'Command failed: echo out; echo bad >&2; exit 3\nbad\n');
assert.deepStrictEqual(Object.keys(failed), ['status', 'signal', 'output', 'pid', 'stdout', 'stderr']);
assert.strictEqual(failed.status, 3);
assert.strictEqual(failed.stdout.toString(), 'out\n');

const file = caught(() => execFileSync('/bin/sh', ['-c', 'exit 2']));
assert.strictEqual(file.message, 'Command failed: /bin/sh -c exit 2');

const missing = caught(() => execFileSync('no-such-program', ['x']));
assert.strictEqual(missing.message, 'spawnSync no-such-program ENOENT');
assert.strictEqual(missing.error, missing);
assert.strictEqual(missing.status, null);

const slow = caught(() => execSync('exec sleep 60', { timeout: 20 }));
assert.strictEqual(slow.code, 'ETIMEDOUT');
assert.strictEqual(slow.signal, 'SIGTERM');
