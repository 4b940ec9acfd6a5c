// A message of some megabytes arrives whole, and send says when it is too much.
// Process: own (child processes)
'use strict';

const assert = require('assert');
const { fork } = require('child_process');
const { mustCall } = require('../common');

if (process.argv[2] === 'child') {
  process.on('message', (message) => {
    if (message.last) process.send({ size: message.text.length, good: /^(?:äx)+$/.test(message.text.slice(0, 1000)) }, () => process.disconnect());
  });
  return;
}

const text = 'äx'.repeat(1 << 19);
const child = fork(__filename, ['child']);
assert.strictEqual(child.send({ text }, mustCall((err) => assert.strictEqual(err, null))), false);
child.send({ text, last: true }, mustCall());
child.on('message', mustCall((answer) => assert.deepStrictEqual(answer, { size: text.length, good: true })));
child.on('exit', mustCall((code) => assert.strictEqual(code, 0)));
