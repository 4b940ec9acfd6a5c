// A paused socket with unread data does not end: 'end' waits for resume(), and
// so does 'close'.
// Expect-Stdout-File: pause-holds-end.golden
'use strict';

const { pair } = require('../netpair');
const { transcript } = require('../common');

const log = transcript();

pair((client, peer) => {
  client.pause();
  client.on('data', (chunk) => log('data', chunk));
  client.on('end', () => log('end'));
  client.on('close', () => log('close'));
  peer.end('tail');
  peer.on('finish', () => setTimeout(() => {
    log('still paused', client.isPaused(), client.readableEnded, client.destroyed);
    client.resume();
    log('resumed', client.isPaused());
  }, 15));
});
