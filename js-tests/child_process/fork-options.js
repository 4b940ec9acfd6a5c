// fork: execPath, execArgv, args, silent, stdio, env.
// Process: own (child processes)
'use strict';

const assert = require('assert');
const { fork, spawn } = require('child_process');
const { mustCall, onExit } = require('../common');

if (process.argv[2] === 'child') {
  console.log('out');
  process.send({ args: process.argv.slice(2), execArgv: process.execArgv, env: process.env.JSTESTS_FORK });
  return;
}

const quiet = fork(__filename, ['child', 'x y'], { silent: true, execArgv: ['--no-warnings'], env: { ...process.env, JSTESTS_FORK: 'yes' } });
assert.deepStrictEqual(quiet.spawnargs, [process.execPath, '--no-warnings', __filename, 'child', 'x y']);
let text = '';
quiet.stdout.on('data', (chunk) => { text += chunk; });
onExit(() => assert.strictEqual(text, 'out\n'));
quiet.on('message', mustCall((message) => {
  assert.deepStrictEqual(message, { args: ['child', 'x y'], execArgv: ['--no-warnings'], env: 'yes' });
}));

const ignoring = fork(__filename, ['child'], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
assert.strictEqual(ignoring.stdout, null);
ignoring.on('message', mustCall());

// The channel may be any descriptor, and spawn can have one too.
const first = spawn(process.execPath, [__filename, 'child'], { stdio: ['ipc', 'pipe', 'inherit'] });
assert.strictEqual(first.stdin, null);
first.on('message', mustCall((message) => assert.deepStrictEqual(message.args, ['child'])));
