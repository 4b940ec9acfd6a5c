// A signal with a listener is an event that keeps the process running; the
// listener gets name and number.
// Platforms: linux darwin
// Process: own (sends itself signals)
'use strict';

const assert = require('assert');
const { mustCall } = require('../common');

const alive = setTimeout(() => {}, 2000);
process.once('SIGUSR2', mustCall((name, number) => {
  assert.strictEqual(name, 'SIGUSR2');
  assert.strictEqual(number, require('os').constants.signals.SIGUSR2);
  clearTimeout(alive);
}));
assert.strictEqual(process.kill(process.pid, 'SIGUSR2'), true);
assert.strictEqual(process.kill(process.pid, 0), true);
