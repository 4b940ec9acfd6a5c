// disconnect() in the parent: the state changes at once, the events come in
// the next tick, and the child learns of it and ends.
// Process: own (child processes)
// Expect-Stdout-File: fork-disconnect.golden
'use strict';

const assert = require('assert');
const { fork } = require('child_process');
const { transcript, onExit } = require('../common');

if (process.argv[2] === 'child') {
  process.on('disconnect', () => {
    console.log('child', process.connected, process.channel, typeof process.send);
    process.on('error', (err) => console.log('child error', err.code));
    process.send('late');
  });
  process.on('message', (message) => console.log('child got', message));
  return;
}

const log = transcript();
const child = fork(__filename, ['child'], { silent: true });
let text = '';
child.stdout.on('data', (chunk) => { text += chunk; });
child.on('spawn', () => log('spawn'));
child.on('disconnect', () => log('disconnect', child.connected));
child.on('exit', (code) => log('exit', code));
onExit(() => {
  assert.strictEqual(text, 'child got first\nchild false null function\nchild error ERR_IPC_CHANNEL_CLOSED\n');
});
child.send('first', () => log('sent'));
child.disconnect();
log('sync', child.connected, child.channel);
process.nextTick(() => log('tick'));
