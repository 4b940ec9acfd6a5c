// getConnections() counts the server's open sockets, later, and returns the
// server.
// Expect-Stdout-File: get-connections.golden
'use strict';

const net = require('net');
const { serve } = require('../netpair');
const { localhost, mustCall, mustSucceed, transcript } = require('../common');

const log = transcript();
const peers = [];

const server = serve(mustCall((peer) => {
  peer.resume();
  peers.push(peer);
  if (peers.length === 3) {
    log('returns', server.getConnections(mustSucceed((n) => {
      log('three', n);
      peers[0].on('close', () => {
        server.getConnections(mustSucceed((left) => {
          log('two', left);
          server.close(mustCall(() => {
            server.getConnections(mustSucceed((none) => log('none', none)));
          }));
          peers[1].end();
          peers[2].destroy();
        }));
      });
      peers[0].destroy();
    })) === server);
    log('after the call');
  }
}, 3), (port) => {
  server.getConnections(mustSucceed((n) => log('before', n)));
  for (let i = 0; i < 3; i++) {
    net.connect(port, localhost).on('error', () => {}).resume();
  }
});
