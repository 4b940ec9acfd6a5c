// A script may emit events of a socket itself and listen with once, prepend
// and off; the socket works on.
// Expect-Stdout-File: emit-by-hand.golden
'use strict';

const { pair } = require('../netpair');
const { transcript } = require('../common');

const log = transcript();

pair((client, peer) => {
  peer.pipe(peer);
  const removed = () => log('removed listener');
  client.on('data', removed);
  client.on('data', (chunk) => log('on', chunk));
  client.once('data', (chunk) => log('once', chunk));
  client.prependListener('data', (chunk) => log('prepended', chunk));
  client.off('data', removed);
  log('emitted', client.emit('data', 'by hand'));
  log('listeners', client.listenerCount('data'), client.eventNames().includes('data'));
  client.emit('timeout');
  client.write('by wire');
  client.on('data', () => client.end());
  client.on('close', () => log('close'));
});
