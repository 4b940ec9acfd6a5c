// A listening server is shared with a child, which accepts once the parent has
// closed its own.
// Platforms: linux
// Process: own (child processes)
'use strict';

const assert = require('assert');
const net = require('net');
const { fork } = require('child_process');
const { mustCall } = require('../common');

if (process.argv[2] === 'child') {
  process.on('message', (message, server) => {
    server.on('connection', (socket) => {
      socket.end(`${message} ${server.listening}`);
      server.close();
      process.disconnect();
    });
    process.send('ready');
  });
  return;
}

const child = fork(__filename, ['child']);
const server = net.createServer();
server.listen(0, '127.0.0.1', mustCall(() => {
  const { port } = server.address();
  child.send('served by the child', server);
  child.on('message', mustCall((message) => {
    assert.strictEqual(message, 'ready');
    server.close(mustCall(() => {
      let text = '';
      net.connect(port, '127.0.0.1').on('data', (chunk) => { text += chunk; })
        .on('close', mustCall(() => assert.strictEqual(text, 'served by the child true')));
    }));
  }));
}));
child.on('exit', mustCall((code) => assert.strictEqual(code, 0)));
