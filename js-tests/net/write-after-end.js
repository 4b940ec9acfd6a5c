// A write after end() fails with ERR_STREAM_WRITE_AFTER_END: its callback
// first, then 'error', then 'close'; what was written before has arrived.
// Expect-Stdout-File: write-after-end.golden
'use strict';

const { collect, pair } = require('../netpair');
const { transcript } = require('../common');

const log = transcript();
const peerLog = transcript();

pair((client, peer) => {
  peer.on('error', () => {});
  collect(peer, (text) => peerLog('peer got', text));
  client.on('error', (err) => log('error', err.name, err.code, err.message));
  client.on('finish', () => log('finish'));
  client.on('close', (hadError) => log('close', hadError));
  client.end('fine');
  log('end again', client.end() === client);
  log('write', client.write('late', (err) => log('callback', err.code)));
  log('destroyed', client.destroyed, client.writable, client.writableEnded, client.writableFinished);
});
