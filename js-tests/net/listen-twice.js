// listen() on a listening server throws ERR_SERVER_ALREADY_LISTEN; after
// close() the server may listen again.
// Platforms: linux darwin
'use strict';

const assert = require('assert');
const net = require('net');
const { localhost, mustCall, socketPath, throwsError } = require('../common');

const server = net.createServer();
const shape = { code: 'ERR_SERVER_ALREADY_LISTEN', type: Error, message: 'Listen method has been called more than once without closing.' };

server.listen(0, localhost, mustCall(() => {
  throwsError(() => server.listen(0, localhost), shape);
  throwsError(() => server.listen({ path: socketPath() }), shape);
  const { port } = server.address();
  server.close(mustCall(() => {
    assert.strictEqual(server.listening, false);
    server.listen(port, localhost, mustCall(() => {
      assert.strictEqual(server.address().port, port);
      server.close(mustCall());
    }));
  }));
}));

// A path needs no lookup: the server listens when listen() returns.
const local = net.createServer().listen(socketPath('local'));
assert.strictEqual(local.listening, true);
throwsError(() => local.listen(0, localhost), shape);
local.close();
