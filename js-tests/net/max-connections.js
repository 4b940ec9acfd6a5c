// Connections beyond maxConnections are closed, and 'drop' tells the addresses
// of both sides; room made later is used.
'use strict';

const assert = require('assert');
const net = require('net');
const { serve } = require('../netpair');
const { localhost, mustCall } = require('../common');

const server = serve(mustCall((peer) => {
  peer.resume();
}, 2), (port) => {
  server.maxConnections = 1;
  const kept = net.connect(port, localhost, mustCall(() => {
    const dropped = net.connect(port, localhost);
    let localPort;
    dropped.on('connect', mustCall(() => { localPort = dropped.localPort; }));
    dropped.on('error', (err) => assert.strictEqual(err.code, 'ECONNRESET'));
    dropped.resume();
    let data;
    server.on('drop', mustCall((info) => { data = info; }));
    dropped.on('close', mustCall(() => {
      assert.deepStrictEqual({ ...data }, {
        localAddress: localhost, localPort: port, localFamily: 'IPv4',
        remoteAddress: localhost, remotePort: localPort, remoteFamily: 'IPv4',
      });
      kept.end();
    }));
  }));
  kept.resume();
  kept.on('close', mustCall(() => {
    const next = net.connect(port, localhost, mustCall(() => next.end()));
    next.resume();
    next.on('close', mustCall(() => server.close()));
  }));
});
