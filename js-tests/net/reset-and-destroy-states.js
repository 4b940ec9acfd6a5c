// resetAndDestroy() while connecting resets after connecting; on an unused
// socket it fails with ERR_SOCKET_CLOSED, on a closed one it does nothing.
// Expect-Stdout-File: reset-and-destroy-states.golden
'use strict';

const net = require('net');
const { serve } = require('../netpair');
const { localhost, mustCall, transcript } = require('../common');

const log = transcript();
const peerLog = transcript();

const server = serve(mustCall((peer) => {
  peer.on('error', (err) => peerLog('peer', err.code));
  peer.on('close', () => server.close());
  peer.resume();
}), (port) => {
  const client = net.connect(port, localhost);
  client.on('connect', () => log('connect'));
  client.on('error', (err) => log('error', err.code));
  client.on('close', (hadError) => {
    log('close', hadError);
    client.removeAllListeners();
    client.on('error', (err) => log('again', err.name, err.code, err.message));
    client.resetAndDestroy();
  });
  log(client.resetAndDestroy() === client, client.destroyed);
});

const unused = new net.Socket();
unused.on('error', (err) => log('unused', err.name, err.code, err.message));
unused.resetAndDestroy();
