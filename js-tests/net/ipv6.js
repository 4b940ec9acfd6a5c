// The same over IPv6: addresses, families, echo.
'use strict';

const assert = require('assert');
const net = require('net');
const { collect } = require('../netpair');
const { mustCall, skip } = require('../common');

const server = net.createServer(mustCall((peer) => {
  assert.strictEqual(peer.remoteFamily, 'IPv6');
  assert.strictEqual(peer.remoteAddress, '::1');
  peer.pipe(peer);
  server.close();
}));
server.on('error', (err) => {
  assert.ok(['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(err.code), err.code);
  skip('no IPv6 loopback: ' + err.code);
});
server.listen(0, '::1', () => {
  const { address, family, port } = server.address();
  assert.strictEqual(address, '::1');
  assert.strictEqual(family, 'IPv6');
  const client = net.connect({ port, host: '::1' }, () => {
    assert.deepStrictEqual({ ...client.address() }, { address: '::1', family: 'IPv6', port: client.localPort });
    client.end('over six');
  });
  collect(client, (text) => assert.strictEqual(text, 'over six'));
});
