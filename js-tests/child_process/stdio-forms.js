// The words and numbers of stdio: ignore, inherit, further pipes.
// Platforms: linux darwin
// Process: own (child processes)
// Expect-Stdout: ^by number$
// Expect-Stdout: ^by word$
// Expect-Stderr: ^crossed$
'use strict';

const assert = require('assert');
const { spawn, spawnSync } = require('child_process');
const { mustCall } = require('../common');

const ignored = spawn('cat', { stdio: 'ignore' });
assert.deepStrictEqual(ignored.stdio, [null, null, null]);
assert.strictEqual(ignored.stdin, null);
ignored.on('close', mustCall((code) => assert.strictEqual(code, 0)));

assert.strictEqual(spawnSync('echo', ['by number'], { stdio: [0, 1, 2] }).status, 0);
assert.strictEqual(spawnSync('echo', ['by word'], { stdio: 'inherit' }).stdout, null);
assert.strictEqual(spawnSync('echo', ['crossed'], { stdio: ['ignore', 2] }).status, 0);

// Descriptor 3 is a pipe in both directions, 4 is closed, 5 is one more pipe.
const many = spawn('/bin/sh', ['-c', 'read line <&3; echo "got $line" >&3; echo five >&5; { true >&4; } 2>/dev/null || exit 9'],
  { stdio: ['ignore', 'ignore', 'inherit', 'pipe', 'ignore', 'overlapped'] });
assert.strictEqual(many.stdio.length, 6);
assert.strictEqual(many.stdio[4], null);
let three = '';
let five = '';
many.stdio[3].on('data', (chunk) => { three += chunk; });
many.stdio[5].on('data', (chunk) => { five += chunk; });
many.stdio[3].write('hello\n');
many.on('close', mustCall((code) => {
  assert.strictEqual(code, 9);
  assert.strictEqual(three, 'got hello\n');
  assert.strictEqual(five, 'five\n');
}));

// More than three entries are not needed, fewer are filled with pipes.
const few = spawn('true', { stdio: ['ignore'] });
assert.strictEqual(few.stdin, null);
assert.notStrictEqual(few.stdout, null);

const bad = () => spawn('true', { stdio: ['ignore', 'ignore', 987] });
assert.throws(bad, { code: 'EBADF', syscall: 'spawn', message: 'spawn EBADF' });
