// Messages that arrive before anybody listens are kept, on both sides.
// Process: own (child processes)
'use strict';

const assert = require('assert');
const { fork } = require('child_process');
const { mustCall } = require('../common');

if (process.argv[2] === 'child') {
  process.channel.ref();
  setTimeout(() => {
    const got = [];
    process.on('message', (message) => {
      got.push(message);
      if (got.length === 3) process.send(got);
      if (message === 'end') setImmediate(() => process.disconnect());
    });
  }, 50);
  return;
}

const child = fork(__filename, ['child'], { silent: true });
for (const message of [1, 2, 3]) child.send(message);
// The answer waits here in its turn.
setTimeout(() => {
  child.on('message', mustCall((message) => {
    assert.deepStrictEqual(message, [1, 2, 3]);
    child.send('end');
  }));
}, 150);
child.on('exit', mustCall((code) => assert.strictEqual(code, 0)));
