// setTimeout() before connect(), and the timeout option of connect(), work on
// the connection.
// Expect-Stdout-File: timeout-before-connect.golden
'use strict';

const net = require('net');
const { serve } = require('../netpair');
const { localhost, mustCall, transcript } = require('../common');

const log = transcript();

const server = serve((peer) => peer.on('error', () => {}).resume(), (port) => {
  const client = new net.Socket();
  client.setTimeout(15);
  client.on('timeout', mustCall(() => {
    log('timeout', client.destroyed);
    client.destroy();
    const other = net.connect({ port, host: localhost, timeout: 20 });
    other.on('timeout', mustCall(() => {
      log('option', other.timeout);
      other.destroy();
      server.close();
    }));
  }));
  client.connect({ port, host: localhost });
});
