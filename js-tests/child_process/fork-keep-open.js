// With keepOpen both processes have the connection, and a socket that has lost
// its handle travels as a plain message.
// Platforms: linux
// Process: own (child processes)
'use strict';

const assert = require('assert');
const net = require('net');
const { fork } = require('child_process');
const { mustCall } = require('../common');

if (process.argv[2] === 'child') {
  process.on('message', (message, socket) => {
    if (message === 'again') return process.send(socket === undefined, () => process.disconnect());
    return socket.write('child ', () => {
      socket.destroy();
      process.send('written');
    });
  });
  return;
}

const child = fork(__filename, ['child']);
const server = net.createServer(mustCall((socket) => {
  child.send('share', socket, { keepOpen: true });
  child.once('message', mustCall(() => {
    socket.end('parent');
    socket.on('close', mustCall(() => {
      child.once('message', mustCall((plain) => assert.strictEqual(plain, true)));
      child.send('again', socket);
    }));
  }));
  server.close();
}));
server.listen(0, '127.0.0.1', mustCall(() => {
  let text = '';
  const client = net.connect(server.address().port, '127.0.0.1');
  client.on('data', (chunk) => { text += chunk; });
  client.on('close', mustCall(() => assert.strictEqual(text, 'child parent')));
}));
child.on('exit', mustCall((code) => assert.strictEqual(code, 0)));
