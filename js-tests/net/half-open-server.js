// With allowHalfOpen on the server, the client's end() leaves the other
// direction open: the server still writes after its 'end'.
// Expect-Stdout-File: half-open-server.golden
'use strict';

const { pair } = require('../netpair');
const { transcript } = require('../common');

const peerLog = transcript();
const clientLog = transcript();

pair((client, peer) => {
  peerLog('allowHalfOpen', client.allowHalfOpen, peer.allowHalfOpen);
  peer.on('data', (chunk) => peerLog('data', chunk));
  peer.on('end', () => {
    peerLog('end', peer.readyState, peer.writable, peer.writableEnded);
    peer.write('still ');
    setImmediate(() => peer.end('here'));
  });
  peer.on('close', (hadError) => peerLog('close', hadError));
  let got = '';
  client.setEncoding('utf8');
  client.on('data', (chunk) => { got += chunk; });
  client.on('end', () => clientLog('end', got, client.readyState));
  client.on('finish', () => clientLog('finish', client.readyState));
  client.on('close', () => clientLog('close'));
  client.end('question');
}, { server: { allowHalfOpen: true } });
