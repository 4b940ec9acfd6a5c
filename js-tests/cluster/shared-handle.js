// Without turns the workers accept from one listening descriptor: when one
// closes, the others go on, and the port is free after the last.
// Platforms: linux
// Process: own (child processes)
// Env: NODE_CLUSTER_SCHED_POLICY=none
'use strict';

const assert = require('assert');
const cluster = require('cluster');
const net = require('net');
const { mustCall } = require('../common');

if (cluster.isWorker) {
  const server = net.createServer((socket) => socket.end(String(cluster.worker.id)));
  server.listen({ port: 0, host: '127.0.0.1', backlog: 4 }, () => {
    assert.strictEqual(server.listening, true);
    process.send(server.address());
  });
  process.on('message', () => server.close(() => process.send('closed')));
  return;
}

function ask(port, done) {
  let text = '';
  net.connect(port, '127.0.0.1').setEncoding('utf8').on('data', (chunk) => { text += chunk; })
    .on('close', () => done(text));
}

const first = cluster.fork();
first.once('message', mustCall((address) => {
  assert.strictEqual(address.family, 'IPv4');
  ask(address.port, mustCall((text) => {
    assert.strictEqual(text, '1');
    const second = cluster.fork();
    second.once('message', mustCall((other) => {
      assert.deepStrictEqual(other, address);
      first.once('message', mustCall((message) => {
        assert.strictEqual(message, 'closed');
        ask(address.port, mustCall((answer) => {
          assert.strictEqual(answer, '2');
          second.once('message', mustCall(() => again(address.port)));
          second.send('close');
        }));
      }));
      first.send('close');
    }));
  }));
}));

// Nobody in the cluster has the port any more.
function again(port) {
  const server = net.createServer();
  server.listen(port, '127.0.0.1', mustCall(() => {
    server.close();
    cluster.disconnect(mustCall());
  }));
}
