// UNIX sockets: echo, addresses on both ends, and the path is gone after
// close().
// Platforms: linux darwin
'use strict';

const assert = require('assert');
const fs = require('fs');
const net = require('net');
const { collect } = require('../netpair');
const { mustCall, socketPath } = require('../common');

const path = socketPath();
const server = net.createServer(mustCall((peer) => {
  assert.strictEqual(peer.remoteAddress, undefined);
  assert.strictEqual(peer.remotePort, undefined);
  assert.strictEqual(peer.remoteFamily, undefined);
  assert.deepStrictEqual({ ...peer.address() }, {});
  assert.strictEqual(peer.setNoDelay(true), peer);
  assert.strictEqual(peer.setKeepAlive(true), peer);
  peer.pipe(peer);
  server.close(mustCall(() => assert.strictEqual(fs.existsSync(path), false)));
}));
server.listen({ path }, mustCall(() => {
  assert.strictEqual(fs.existsSync(path), true);
  const client = net.connect(path, mustCall(() => {
    assert.strictEqual(client.readyState, 'open');
    assert.strictEqual(client.remoteAddress, undefined);
    client.end('over a path');
  }));
  collect(client, (text) => assert.strictEqual(text, 'over a path'));
}));
