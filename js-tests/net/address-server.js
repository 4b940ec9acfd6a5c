// server.address(): null before and after, the bound address while listening,
// the path for a UNIX socket.
// Platforms: linux darwin
'use strict';

const assert = require('assert');
const net = require('net');
const { localhost, mustCall, socketPath } = require('../common');

const server = net.createServer();
assert.strictEqual(server.address(), null);
server.listen(0, localhost, mustCall(() => {
  const address = server.address();
  assert.deepStrictEqual(Object.keys(address), ['address', 'family', 'port']);
  assert.strictEqual(address.address, localhost);
  assert.strictEqual(address.family, 'IPv4');
  assert.strictEqual(typeof address.port, 'number');
  server.close(mustCall(() => {
    assert.strictEqual(server.address(), null);
    server.listen(socketPath(), mustCall(() => {
      assert.strictEqual(server.address(), socketPath());
      server.close();
    }));
  }));
}));
