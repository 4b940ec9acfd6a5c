// After destroy() a socket has no local address any more, and a remote one
// only if it was asked for before.
// Expect-Stdout-File: addresses-after-destroy.golden
'use strict';

const { pair } = require('../netpair');
const { transcript } = require('../common');

const log = transcript();

function show(name, socket) {
  log(name, socket.remoteAddress, typeof socket.remotePort, socket.remoteFamily,
      socket.localAddress, typeof socket.localPort, socket.localFamily, JSON.stringify(socket.address()));
}

pair((client, peer) => {
  peer.on('error', () => {});
  peer.resume();
  client.destroy();
  show('not asked before', client);
  client.on('close', () => {
    show('closed', client);
    pair((second, other) => {
      other.on('error', () => {});
      other.resume();
      if (second.remoteAddress !== undefined && second.localAddress !== undefined) {
        second.destroy();
      }
      show('asked before', second);
      second.on('close', () => show('closed', second));
    });
  });
});
