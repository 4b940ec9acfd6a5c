// A megabyte through a child and back: backpressure, half-close, no loss.
// Process: own (child processes)
'use strict';

const assert = require('assert');
const { spawn } = require('child_process');
const { mustCall } = require('../common');

if (process.argv[2] === 'child') {
  process.stdin.pipe(process.stdout);
  return;
}

const size = 1 << 20;
const data = Buffer.alloc(size);
for (let i = 0; i < size; i += 4) data.writeUInt32LE(i, i);

const child = spawn(process.execPath, [__filename, 'child'], { stdio: ['pipe', 'pipe', 'inherit'] });
const chunks = [];
child.stdout.on('data', (chunk) => chunks.push(chunk));
child.stdin.end(data, mustCall());
child.on('close', mustCall((code) => {
  assert.strictEqual(code, 0);
  assert.ok(Buffer.concat(chunks).equals(data));
}));
