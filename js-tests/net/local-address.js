// localAddress and localPort of connect() choose the near end.
'use strict';

const assert = require('assert');
const net = require('net');
const { freePort, serve } = require('../netpair');
const { localhost, mustCall } = require('../common');

freePort((localPort) => {
  const server = serve(mustCall((peer) => {
    assert.strictEqual(peer.remotePort, localPort);
    peer.end();
    peer.resume();
    server.close();
  }), (port) => {
    const client = net.connect({ port, host: localhost, localAddress: localhost, localPort }, mustCall(() => {
      assert.strictEqual(client.localPort, localPort);
      assert.strictEqual(client.localAddress, localhost);
      client.resume();
    }));
  });
});
