// A socket that is unref'd before or while it connects does not keep the
// process alive, and works while something else does.
'use strict';

const net = require('net');
const { serve } = require('../netpair');
const { localhost, mustCall, mustNotCall } = require('../common');

const server = serve(mustCall((peer) => {
  peer.unref();
}, 2), (port) => {
  server.unref();
  const before = new net.Socket();
  before.unref();
  before.on('close', mustNotCall('close'));
  before.connect(port, localhost, mustCall());
  const after = net.connect(port, localhost, mustCall());
  after.unref();
  setTimeout(mustCall(), 20);
});
