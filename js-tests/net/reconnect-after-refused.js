// A Socket whose connect failed connects again from its 'close' listener, and
// a 'close' listener may schedule that for later without the process ending.
// Expect-Stdout-File: reconnect-after-refused.golden
'use strict';

const net = require('net');
const { freePort, serve } = require('../netpair');
const { localhost, mustCall, transcript } = require('../common');

const log = transcript();

freePort((closedPort) => {
  const client = new net.Socket();
  client.on('error', mustCall((err) => log('error', err.code)));
  client.on('connect', mustCall(() => log('connect')));
  client.on('close', mustCall((hadError) => {
    log('close', hadError);
    if (hadError) {
      setTimeout(() => {
        const server = serve((peer) => { peer.end(); server.close(); }, (port) => client.connect(port, localhost));
      }, 10);
    }
  }, 2));
  client.resume();
  client.connect(closedPort, localhost);
});
