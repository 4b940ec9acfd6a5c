// The events of a worker's life with their arguments, on the worker and on the
// cluster.
// Platforms: linux
// Expect-Stdout-File: life.golden
// Process: own (child processes)
'use strict';

const assert = require('assert');
const cluster = require('cluster');
const net = require('net');
const { transcript } = require('../common');

if (cluster.isWorker) {
  assert.strictEqual('NODE_UNIQUE_ID' in process.env, false);
  assert.strictEqual(cluster.worker.id, 1);
  assert.strictEqual(cluster.worker.process, process);
  assert.strictEqual(cluster.worker.isConnected(), true);
  assert.strictEqual(cluster.worker.isDead(), false);
  assert.strictEqual(process.listenerCount('internalMessage') > 0, true);
  cluster.worker.on('message', (message) => cluster.worker.send([message, process.env.COLOUR, process.argv[2]]));
  process.on('message', (message) => {
    if (message === 'listen') net.createServer().listen(0, '127.0.0.1');
    if (message === 'leave') {
      cluster.worker.disconnect();
      process.send([cluster.worker.state, cluster.worker.exitedAfterDisconnect]);
    }
  });
  // The primary sees the end of the channel first, and kills then.
  cluster.worker.on('disconnect', () => setInterval(() => {}, 1000));
  return;
}

const log = transcript();
for (const name of ['setup', 'fork', 'online', 'listening', 'message', 'disconnect', 'exit']) {
  cluster.on(name, (first, ...rest) => {
    log('cluster', name, first instanceof cluster.Worker ? first.id : typeof first, JSON.stringify(rest, hidePort));
  });
}
function hidePort(key, value) {
  return key === 'port' && value > 0 ? 'a port' : value;
}

cluster.setupPrimary({ args: ['argument'] });
const worker = cluster.fork({ COLOUR: 'green' });
log(worker.id, worker.state, cluster.workers[1] === worker, worker.exitedAfterDisconnect, worker.isConnected());
log(Object.keys(worker).filter((key) => !key.startsWith('_')).join());
for (const name of ['online', 'listening', 'message', 'disconnect', 'exit']) {
  worker.on(name, (...args) => {
    log('worker', name, JSON.stringify(args, hidePort), worker.state, worker.isDead(), String(worker.exitedAfterDisconnect));
  });
}
worker.on('online', () => assert.strictEqual(worker.send('first', () => log('sent')), true));
worker.on('message', (message) => {
  if (message[0] === 'first') worker.send('listen');
});
worker.on('listening', () => worker.send('leave'));
cluster.on('disconnect', () => worker.kill());
worker.on('exit', () => log(Object.keys(cluster.workers).length));
