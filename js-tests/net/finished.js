// stream.finished() tells when a socket is done in both directions, and when
// it was cut off.
'use strict';

const { finished } = require('stream');
const { pair } = require('../netpair');
const { expectsError, mustSucceed } = require('../common');

pair((client, peer) => {
  finished(client, mustSucceed());
  finished(peer, mustSucceed());
  client.resume();
  peer.resume();
  client.end('x');
});

pair((client, peer) => {
  finished(client, expectsError({ code: 'ERR_STREAM_PREMATURE_CLOSE' }));
  finished(peer, { readable: false }, expectsError({ message: 'mine' }));
  client.on('error', () => {});
  peer.on('error', () => {});
  peer.resume();
  client.destroy();
  peer.destroy(new Error('mine'));
});
