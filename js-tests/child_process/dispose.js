// Symbol.dispose kills the process, and ref and unref are chainable no more
// than on Node.
// Platforms: linux darwin
// Process: own (child processes)
'use strict';

const assert = require('assert');
const { spawn } = require('child_process');
const { mustCall } = require('../common');

const child = spawn('sleep', ['60']);
assert.strictEqual(child.ref(), undefined);
assert.strictEqual(child.unref(), undefined);
child.ref();
child[Symbol.dispose]();
assert.strictEqual(child.killed, true);
child.on('exit', mustCall((code, signal) => {
  assert.strictEqual(signal, 'SIGTERM');
  child[Symbol.dispose]();
}));
