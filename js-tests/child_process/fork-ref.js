// A child lives for its channel only while it listens, or refers to it; a
// parent for its child unless told otherwise.
// Process: own (child processes)
'use strict';

const assert = require('assert');
const { fork } = require('child_process');
const { mustCall } = require('../common');

switch (process.argv[2]) {
  case 'silent': // nobody listens: it ends by itself
    return;
  case 'removed': {
    const listener = () => {};
    process.on('message', listener);
    setImmediate(() => process.removeListener('message', listener));
    return;
  }
  case 'unref':
    process.on('message', () => {});
    process.channel.unref();
    return;
  case 'ref':
    process.channel.ref();
    setTimeout(() => process.send('alive', () => process.channel.unref()), 20);
    return;
  case 'parent': { // does not wait for its child
    const child = fork(__filename, ['waits']);
    process.send(child.pid);
    child.unref();
    child.channel.unref();
    return;
  }
  case 'waits':
    process.on('message', () => {});
    return;
}

for (const name of ['silent', 'removed', 'unref', 'parent']) {
  const child = fork(__filename, [name]);
  child.on('exit', mustCall((code) => assert.strictEqual(code, 0, name)));
}
const child = fork(__filename, ['ref']);
child.on('message', mustCall((message) => assert.strictEqual(message, 'alive')));
child.on('exit', mustCall((code) => assert.strictEqual(code, 0)));
