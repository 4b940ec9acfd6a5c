// The shell option: the command line goes to a shell as it is.
// Platforms: linux darwin
// Process: own (child processes)
'use strict';

const assert = require('assert');
const { spawn, spawnSync, exec } = require('child_process');
const { mustCall } = require('../common');

const child = spawn('echo one && exit 3', { shell: true });
assert.strictEqual(child.spawnfile, '/bin/sh');
assert.deepStrictEqual(child.spawnargs, ['/bin/sh', '-c', 'echo one && exit 3']);
child.on('close', mustCall((code) => assert.strictEqual(code, 3)));
child.stdout.on('data', mustCall((chunk) => assert.strictEqual(String(chunk), 'one\n')));

// A command that is not there is the shell's failure, not ours.
spawn('no-such-program', { shell: true }).on('exit', mustCall((code) => assert.strictEqual(code, 127)));
spawn('x', { shell: '/no/such/shell' }).on('error', mustCall((err) => {
  assert.strictEqual(err.message, 'spawn /no/such/shell ENOENT');
}));
assert.strictEqual(spawnSync('echo $0', { shell: '/bin/sh', encoding: 'utf8' }).stdout, '/bin/sh\n');
exec('echo "$JSTESTS"', { env: { JSTESTS: 'a  b' } }, mustCall((err, stdout) => {
  assert.strictEqual(err, null);
  assert.strictEqual(stdout, 'a  b\n');
}));
