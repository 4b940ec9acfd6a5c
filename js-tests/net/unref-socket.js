// With both sockets of a connection unref'd the process ends, without 'close'.
'use strict';

const { pair } = require('../netpair');
const { mustNotCall } = require('../common');

pair((client, peer) => {
  for (const socket of [client, peer]) {
    socket.on('close', mustNotCall('close'));
    socket.on('end', mustNotCall('end'));
    socket.resume();
    socket.unref();
  }
});
