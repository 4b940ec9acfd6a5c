// 'connect', 'ready', 'end', 'finish' and 'close' come exactly once on each
// side, however often end() and destroy() are called.
'use strict';

const { pair } = require('../netpair');
const { mustCall, mustNotCall } = require('../common');

pair((client, peer) => {
  for (const socket of [client, peer]) {
    socket.on('end', mustCall());
    socket.on('finish', mustCall());
    socket.on('error', mustNotCall('error'));
    socket.on('close', mustCall(() => {
      socket.destroy();
      socket.destroy();
      socket.end();
    }));
    socket.resume();
  }
  client.end();
  client.end();
  client.end();
});
