// end(data, encoding, cb): the callback comes with 'finish', once; a later
// end(cb) gets ERR_STREAM_ALREADY_FINISHED.
// Expect-Stdout-File: end-callback.golden
'use strict';

const { collect, pair } = require('../netpair');
const { mustCall, transcript } = require('../common');

const log = transcript();
const peerLog = transcript();

pair((client, peer) => {
  collect(peer, (text) => {
    peerLog('peer got', text);
    setImmediate(() => peer.end());
  });
  client.resume();
  client.on('finish', () => log('finish event'));
  client.write('a');
  log(client.end('\u00e9', 'latin1', mustCall(function(err) {
    log('callback', err, arguments.length, client.writableFinished);
    setImmediate(() => client.end(mustCall((again) => log('again', again && again.code))));
  })) === client);
  client.end(mustCall((err) => log('second end', err)));
  client.on('close', mustCall((hadError) => log('close', hadError)));
}, { server: { allowHalfOpen: true } });
