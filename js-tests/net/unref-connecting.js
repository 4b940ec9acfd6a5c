// A socket that is unref'd before or while it connects does not keep the
// process alive, and works while something else does.
'use strict';

const net = require('net');
const { serve } = require('../netpair');
const { localhost, mustCall, mustNotCall } = require('../common');

// Keeps the process alive until all four ends are there.
const alive = setInterval(() => {}, 1000);
let ends = 0;
const count = () => {
  if (++ends === 4) {
    clearInterval(alive);
  }
};

const server = serve(mustCall((peer) => {
  peer.unref();
  count();
}, 2), (port) => {
  server.unref();
  const before = new net.Socket();
  before.unref();
  before.on('close', mustNotCall('close'));
  before.connect(port, localhost, mustCall(count));
  const after = net.connect(port, localhost, mustCall(count));
  after.unref();
});
