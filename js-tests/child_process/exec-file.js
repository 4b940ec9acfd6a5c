// execFile: no shell, the forms of its arguments, an error for what is not
// there.
// Platforms: linux darwin
// Process: own (child processes)
'use strict';

const assert = require('assert');
const { execFile } = require('child_process');
const { mustCall } = require('../common');

const both = (want) => mustCall((err, stdout) => {
  assert.strictEqual(err, null);
  assert.strictEqual(stdout, want);
});

execFile('echo', both('\n'));
execFile('echo', ['$HOME', 'a  b'], both('$HOME a  b\n'));
execFile('echo', { env: process.env }, both('\n'));
execFile('echo', ['x'], null, both('x\n'));
execFile('echo', null, { cwd: '/' }, both('\n'));


execFile('no-such-program', ['1', '2'], mustCall((err, stdout, stderr) => {
  assert.strictEqual(err.message, 'spawn no-such-program ENOENT');
  assert.deepStrictEqual(Object.keys(err), ['errno', 'code', 'syscall', 'path', 'spawnargs', 'cmd']);
  assert.deepStrictEqual(err.spawnargs, ['1', '2']);
  assert.strictEqual(err.cmd, 'no-such-program 1 2');
  assert.strictEqual(stdout, '');
  assert.strictEqual(stderr, '');
}));

const child = execFile('cat', both('written'));
child.stdin.end('written');
