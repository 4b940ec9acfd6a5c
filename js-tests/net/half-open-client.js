// With allowHalfOpen on the client, the server's end() leaves the client able
// to write; the server keeps reading.
// Expect-Stdout-File: half-open-client.golden
'use strict';

const { pair, collect } = require('../netpair');
const { transcript } = require('../common');

const peerLog = transcript();
const clientLog = transcript();

pair((client, peer) => {
  peerLog('allowHalfOpen', client.allowHalfOpen, peer.allowHalfOpen);
  collect(peer, (text) => peerLog('got', text));
  peer.on('close', (hadError) => peerLog('close', hadError));
  peer.end('bye');
  client.on('data', (chunk) => clientLog('data', chunk));
  client.on('end', () => {
    clientLog('end', client.readyState, client.writable, client.destroyed);
    client.write('I am ');
    setImmediate(() => {
      client.write('not ');
      client.end('done');
    });
  });
  client.on('finish', () => clientLog('finish'));
  client.on('close', (hadError) => clientLog('close', hadError));
}, { client: { allowHalfOpen: true } });
