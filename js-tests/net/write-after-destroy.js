// A write after destroy() fails with ERR_STREAM_DESTROYED in its callback
// alone: no 'error' is emitted.
// Expect-Stdout-File: write-after-destroy.golden
'use strict';

const { pair } = require('../netpair');
const { mustNotCall, transcript } = require('../common');

const log = transcript();

pair((client, peer) => {
  peer.resume();
  client.on('error', mustNotCall('error'));
  client.destroy();
  const show = (name) => (err) => log(name, err.name, err.code, err.message);
  log('write', client.write('a', show('at once')), client.writable);
  client.on('close', () => {
    log('write', client.write('b', show('after close')));
    log('end', client.end('c', show('end')) === client);
    log('read', client.read());
  });
});
