// A connection is handed to a child: the parent's socket lets go of it, the
// child goes on with it, and messages stay in order.
// Platforms: linux
// Process: own (child processes)
'use strict';

const assert = require('assert');
const net = require('net');
const { fork } = require('child_process');
const { mustCall, mustNotCall } = require('../common');

if (process.argv[2] === 'child') {
  const order = [];
  process.on('message', (message, socket) => {
    order.push([message, socket instanceof net.Socket]);
    if (socket) {
      socket.end('hello from the child');
      socket.on('close', () => process.send(order, () => process.disconnect()));
    }
  });
  return;
}

const child = fork(__filename, ['child']);
child.on('message', mustCall((order) => {
  assert.deepStrictEqual(order, [['before', false], [{ take: 'this' }, true], ['after', false]]);
}));
child.on('exit', mustCall((code) => assert.strictEqual(code, 0)));

const server = net.createServer({ pauseOnConnect: true }, mustCall((socket) => {
  socket.on('data', mustNotCall());
  child.send('before');
  child.send({ take: 'this' }, socket, mustCall((err) => assert.strictEqual(err, null)));
  assert.strictEqual(socket._handle, null);
  child.send('after', mustCall());
  server.close();
}));
server.listen(0, '127.0.0.1', mustCall(() => {
  const client = net.connect(server.address().port, '127.0.0.1');
  let text = '';
  client.setEncoding('utf8').on('data', (chunk) => { text += chunk; });
  client.on('close', mustCall(() => assert.strictEqual(text, 'hello from the child')));
}));
