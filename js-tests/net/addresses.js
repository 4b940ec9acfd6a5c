// address(), remoteAddress, localAddress and their companions on both ends,
// while open, after end() and after destroy().
'use strict';

const assert = require('assert');
const { pair } = require('../netpair');
const { localhost, mustCall } = require('../common');

const remote = (s) => [s.remoteAddress, s.remotePort, s.remoteFamily];
const local = (s) => [s.localAddress, s.localPort, s.localFamily];

pair((client, peer, server) => {
  assert.strictEqual(server.address(), null);
  const { port } = client.address();
  const serverPort = peer.address().port;
  assert.ok(port > 0 && serverPort > 0 && port !== serverPort);
  assert.deepStrictEqual({ ...client.address() }, { address: localhost, family: 'IPv4', port });
  assert.deepStrictEqual({ ...peer.address() }, { address: localhost, family: 'IPv4', port: serverPort });
  assert.deepStrictEqual(Object.keys(client.address()), ['address', 'family', 'port']);
  assert.deepStrictEqual(remote(client), [localhost, serverPort, 'IPv4']);
  assert.deepStrictEqual(local(client), [localhost, port, 'IPv4']);
  assert.deepStrictEqual(remote(peer), [localhost, port, 'IPv4']);
  assert.deepStrictEqual(local(peer), [localhost, serverPort, 'IPv4']);
  client.end();
  assert.deepStrictEqual(remote(client), [localhost, serverPort, 'IPv4']);
  peer.resume();
  peer.on('end', mustCall(() => {
    assert.deepStrictEqual(remote(peer), [localhost, port, 'IPv4']);
  }));
  client.resume();
  client.on('close', mustCall(() => {
    assert.deepStrictEqual({ ...client.address() }, {});
    assert.deepStrictEqual([client.localAddress, client.localPort, client.localFamily], [undefined, undefined, undefined]);
  }));
  peer.on('close', mustCall(() => {
    assert.deepStrictEqual({ ...peer.address() }, {});
  }));
});
