// bytesRead and bytesWritten count bytes, not characters, also for what waits
// in the queue, and keep their values after 'close'.
// Expect-Stdout-File: write-numbers-of-bytes.golden
'use strict';

const net = require('net');
const { serve } = require('../netpair');
const { localhost, transcript } = require('../common');

const clientLog = transcript();
const peerLog = transcript();

const server = serve((peer) => {
  peerLog('new', peer.bytesRead, peer.bytesWritten);
  peer.resume().on('end', () => {
    peerLog('read', peer.bytesRead);
    peer.end('\u20ac!');
    peerLog('ended', peer.bytesWritten);
  });
  peer.on('close', () => peerLog('close', peer.bytesRead, peer.bytesWritten));
  server.close();
}, (port) => {
  const client = new net.Socket({ allowHalfOpen: true });
  clientLog('unconnected', client.bytesRead, client.bytesWritten);
  client.connect(port, localhost);
  client.write('\u00e9');
  clientLog('utf8 queued', client.bytesWritten);
  client.write('\u00e9', 'latin1');
  clientLog('latin1 queued', client.bytesWritten);
  client.write(Buffer.from('abc'));
  clientLog('buffer queued', client.bytesWritten);
  client.on('connect', () => {
    client.write('6869', 'hex');
    clientLog('hex', client.bytesWritten);
    client.end();
  });
  client.on('data', () => clientLog('data', client.bytesRead));
  client.on('close', () => {
    clientLog('close', client.bytesRead, client.bytesWritten);
    client.destroy();
    clientLog('destroyed', client.bytesRead, client.bytesWritten);
  });
});
