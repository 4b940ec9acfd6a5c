// A parent that has unreferenced its child ends before it.
// Platforms: linux darwin
// Process: own (child processes)
'use strict';

const assert = require('assert');
const { spawn, spawnSync } = require('child_process');
const { mustCall } = require('../common');

if (process.argv[2] === 'child') {
  const child = spawn('sleep', ['60'], { stdio: 'ignore', detached: true });
  console.log(child.pid);
  child.unref();
  if (process.argv[3] === 'ref') {
    child.ref();
    child.kill();
    child.on('exit', () => console.log('exit'));
  }
  return;
}

const result = spawnSync(process.execPath, [__filename, 'child'], { encoding: 'utf8', timeout: 15000 });
assert.strictEqual(result.status, 0);
const pid = Number(result.stdout);
assert.strictEqual(process.kill(pid, 0), true);
// A detached child leads a group of its own.
assert.strictEqual(process.kill(-pid, 'SIGKILL'), true);

const waits = spawn(process.execPath, [__filename, 'child', 'ref']);
let text = '';
waits.stdout.on('data', (chunk) => { text += chunk; });
waits.on('close', mustCall(() => assert.match(text, /^\d+\nexit\n$/)));
