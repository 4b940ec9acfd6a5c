// A worker whose primary has gone ends, also with a server open.
// Platforms: linux
// Process: own (child processes)
'use strict';

const assert = require('assert');
const cluster = require('cluster');
const { fork } = require('child_process');
const net = require('net');
const { mustCall } = require('../common');

if (cluster.isWorker) {
  process.on('exit', (code) => console.log('worker exits', code, cluster.worker.exitedAfterDisconnect));
  net.createServer().listen(0, '127.0.0.1');
  return;
}
if (process.argv[2] === 'primary') {
  const worker = cluster.fork();
  worker.on('listening', () => process.send(worker.process.pid, () => process.kill(process.pid, 'SIGKILL')));
  return;
}

const primary = fork(__filename, ['primary'], { silent: true });
primary.on('message', mustCall((pid) => assert.strictEqual(typeof pid, 'number')));
primary.on('exit', mustCall((code, signal) => assert.strictEqual(signal, 'SIGKILL')));
let text = '';
primary.stdout.on('data', (chunk) => { text += chunk; });
// The worker has the same stream: it closes with both of them.
primary.stdout.on('close', mustCall(() => assert.strictEqual(text, 'worker exits 0 undefined\n')));
