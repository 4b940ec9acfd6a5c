// Messages that arrive before anybody listens are kept.
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
      if (got.length === 3) {
        process.send(got);
        process.disconnect();
      }
    });
  }, 50);
  return;
}

const child = fork(__filename, ['child']);
for (const message of [1, 2, 3]) child.send(message);
// The answer waits here in its turn.
child.once('exit', mustCall(() => {
  child.on('message', mustCall((message) => assert.deepStrictEqual(message, [1, 2, 3])));
}));
