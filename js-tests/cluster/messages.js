// Messages and handles in both directions; what the cluster says itself is no
// message.
// Platforms: linux
// Process: own (child processes)
'use strict';

const assert = require('assert');
const cluster = require('cluster');
const net = require('net');
const { mustCall } = require('../common');

if (cluster.isWorker) {
  process.on('message', mustCall((message, handle) => {
    if (message === 'socket') {
      handle.end('from the worker');
    } else if (message === 'bare') {
      // What is behind a server can be sent by itself, and listened on.
      assert.strictEqual(typeof handle.hasRef, 'function');
      assert.strictEqual(handle instanceof net.Server, false);
      const server = net.createServer((socket) => {
        socket.end('from its handle');
        server.close();
        cluster.worker.disconnect();
      });
      server.listen(handle, () => process.send('bare listens'));
    } else {
      process.send({ echo: message });
    }
  }, 4));
  net.createServer().listen(0, '127.0.0.1');
  return;
}

const odd = { cmd: 'NODE', act: 'online', ack: 0, seq: 0 };
const worker = cluster.fork();
worker.process.on('message', mustCall((message) => assert.strictEqual(message.cmd, undefined), 3));
cluster.on('message', mustCall((sender, message, handle) => {
  assert.deepStrictEqual([sender, handle], [worker, undefined]);
}, 3));
const got = [];
worker.on('message', (message) => got.push(message));
worker.on('online', mustCall(() => {
  worker.send(odd);
  worker.send('text', mustCall((err) => assert.strictEqual(err, null)));
}));
worker.on('exit', mustCall(() => {
  assert.deepStrictEqual(got, [{ echo: odd }, { echo: 'text' }, 'bare listens']);
}));

const server = net.createServer({ pauseOnConnect: true }, (socket) => worker.send('socket', socket));
server.listen(0, '127.0.0.1', mustCall(() => {
  const { port } = server.address();
  ask(port, mustCall((text) => {
    assert.strictEqual(text, 'from the worker');
    worker.send('bare', server._handle);
    worker.on('message', (message) => {
      if (message !== 'bare listens') return;
      server.close();
      ask(port, mustCall((answer) => assert.strictEqual(answer, 'from its handle')));
    });
  }));
}));

function ask(port, done) {
  let text = '';
  net.connect(port, '127.0.0.1').on('data', (chunk) => { text += chunk; }).on('close', () => done(text));
}
