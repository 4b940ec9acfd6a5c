// A reconnect scheduled in 'close' runs although nothing else keeps the
// process alive at that moment.
'use strict';

const net = require('net');
const { serve } = require('../netpair');
const { localhost, mustCall } = require('../common');

const server = serve(mustCall((peer) => peer.end().resume(), 3), (port) => {
  server.unref();
  let rounds = 0;
  const client = net.connect(port, localhost);
  client.resume();
  client.on('close', mustCall(() => {
    if (++rounds < 3) {
      setImmediate(() => client.connect(port, localhost));
    }
  }, 3));
});
