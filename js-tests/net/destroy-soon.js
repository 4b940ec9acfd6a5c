// destroySoon() lets queued writes reach the peer, ends, and then destroys
// without waiting for the peer to end.
// Expect-Stdout-File: destroy-soon.golden
'use strict';

const { pair } = require('../netpair');
const { transcript } = require('../common');

const log = transcript();
const peerLog = transcript();
const size = 4 * 1024 * 1024;

pair((client, peer) => {
  let received = 0;
  peer.on('data', (chunk) => { received += chunk.length; });
  peer.on('end', () => {
    peerLog('peer received all', received === size);
    setImmediate(() => peer.end());
  });
  peer.on('error', () => {});
  client.on('finish', () => log('finish'));
  client.on('close', (hadError) => log('close', hadError));
  client.write(Buffer.alloc(size), () => log('written'));
  log('returns', client.destroySoon());
  log('destroyed', client.destroyed, client.writableEnded);
}, { server: { allowHalfOpen: true } });
