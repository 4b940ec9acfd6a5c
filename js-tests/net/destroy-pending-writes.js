// The callbacks of writes the system has not taken fail when the socket is
// destroyed, in order, before 'close'.
// Expect-Stdout-File: destroy-pending-writes.golden
// Needs-Node: 24
'use strict';

const { pair } = require('../netpair');
const { transcript } = require('../common');

const log = transcript();

pair((client, peer) => {
  peer.pause();
  client.on('error', (err) => log('error', err.message));
  client.on('drain', () => log('drain'));
  client.on('close', (hadError) => {
    log('close', hadError, client.writableLength === 0);
    peer.destroy();
  });
  const show = (name) => (err) => log(name, err && err.name, err && err.code, err && err.message);
  client.write(Buffer.alloc(16 * 1024 * 1024), show('first'));
  client.write('b', show('second'));
  client.write('c', show('third'));
  client.end('d', show('end'));
  setImmediate(() => {
    client.destroy();
    client.write('after', show('after destroy'));
    log('destroy returned');
  });
});
