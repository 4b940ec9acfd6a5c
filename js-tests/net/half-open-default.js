// Without allowHalfOpen a socket ends itself when the other side ends: 'end',
// then 'finish', then 'close'; data queued before is still delivered.
// Expect-Stdout-File: half-open-default.golden
'use strict';

const { pair, collect } = require('../netpair');
const { transcript } = require('../common');

const peerLog = transcript();
const clientLog = transcript();

pair((client, peer) => {
  peer.resume();
  peer.on('end', () => {
    peerLog('end', peer.readyState, peer.writable);
    peer.write('last words');
  });
  peer.on('finish', () => peerLog('finish', peer.readyState));
  peer.on('close', (hadError) => peerLog('close', hadError, peer.readyState));
  collect(client, (text) => clientLog('got', text));
  client.on('close', () => clientLog('close'));
  client.end();
});
