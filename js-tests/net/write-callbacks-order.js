// Each write's callback is called once, in the order of the writes, with no
// error, before the callback of end() and before 'finish'.
// Expect-Stdout-File: write-callbacks-order.golden
'use strict';

const { collect, pair } = require('../netpair');
const { mustCall, transcript } = require('../common');

const log = transcript();
const peerLog = transcript();

pair((client, peer) => {
  collect(peer, (text) => peerLog('peer got', text.length, text.slice(0, 3), text.slice(-3)));
  client.resume();
  client.on('finish', () => log('finish'));
  client.write('abc', mustCall((err) => log('1', err)));
  client.write('', mustCall((err) => log('2 empty', err)));
  client.write(Buffer.alloc(3 * 1024 * 1024, 'm'), mustCall((err) => log('3 big', err)));
  client.write('latin', 'latin1', mustCall((err) => log('4', err)));
  client.write(new Uint8Array([120, 121]), null, mustCall((err) => log('5', err)));
  client.end('xyz', 'utf8', mustCall((err) => log('end', err)));
});
