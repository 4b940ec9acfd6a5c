// An exception in an 'end' listener: the socket does not end itself any more, as
// that would have come after the listeners; it can still be destroyed.
// Expect-Stdout-File: end-handled.golden
'use strict';

const { pair } = require('../netpair');
const { survive, transcript } = require('../common');

const log = transcript();
survive(log);

pair((client, peer) => {
  client.on('end', () => {
    log('end');
    throw new Error('from end');
  });
  client.on('finish', () => log('finish'));
  client.on('close', (hadError) => log('close', hadError));
  client.resume();
  peer.resume();
  peer.end();
  setTimeout(() => {
    log('state', client.readyState, client.destroyed);
    client.destroy();
  }, 20);
});
