// UNIX sockets half-close like TCP ones.
// Platforms: linux darwin
'use strict';

const assert = require('assert');
const net = require('net');
const { collect } = require('../netpair');
const { mustCall, socketPath } = require('../common');

const server = net.createServer({ allowHalfOpen: true }, mustCall((peer) => {
  collect(peer, (text) => {
    assert.strictEqual(text, 'question');
    assert.strictEqual(peer.readyState, 'writeOnly');
    setImmediate(() => peer.end('answer'));
  });
  server.close();
}));
server.listen(socketPath(), mustCall(() => {
  const client = net.connect(socketPath());
  collect(client, (text) => assert.strictEqual(text, 'answer'));
  client.end('question');
}));
