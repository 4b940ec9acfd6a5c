// destroy() and connect() at once: the old connection is dropped, its 'close'
// still comes, and the new one works.
// Expect-Stdout-File: reconnect-after-destroy.golden
'use strict';

const net = require('net');
const { serve } = require('../netpair');
const { localhost, mustCall, transcript } = require('../common');

const log = transcript();
let connections = 0;

const server = serve((peer) => {
  peer.on('error', () => {});
  if (++connections === 2) {
    peer.end('second');
    server.close();
  }
}, (port) => {
  const client = net.connect(port, localhost);
  client.once('connect', mustCall(() => {
    log('first connect');
    client.destroy();
    client.once('close', mustCall(() => {
      log('close');
      client.connect(port, localhost, mustCall(() => log('second connect', client.destroyed)));
      client.on('data', (chunk) => log('data', chunk));
      client.on('end', () => log('end'));
    }));
  }));
});
