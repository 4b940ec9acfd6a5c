// 'spawn' comes before anything else, 'exit' before 'close', and 'close' after
// the streams have closed.
// Process: own (child processes)
// Expect-Stdout-File: events-order.golden
'use strict';

const { spawn } = require('child_process');
const { transcript } = require('../common');

const log = transcript();
const child = spawn(process.execPath, ['-e', '']);
let open = 0;
for (const name of ['stdout', 'stderr']) {
  open++;
  // Prepended: the listener of ChildProcess itself, which may emit 'close',
  // is the first one.
  child[name].prependListener('close', () => { open--; });
}
child.on('exit', () => log('exit'));
child.on('close', () => log('close', open));
child.on('spawn', () => {
  log('spawn');
  process.nextTick(() => log('tick of spawn'));
  Promise.resolve().then(() => log('promise of spawn'));
});
process.nextTick(() => log('tick'));
Promise.resolve().then(() => log('promise'));
log('sync');
