// A pending connect, a pending lookup and a queued write each keep the process
// alive until they are done.
'use strict';

const net = require('net');
const { serve } = require('../netpair');
const { localhost, mustCall } = require('../common');

const server = serve(mustCall((peer) => {
  peer.end();
  peer.resume();
  server.close();
}), (port) => {
  server.unref();
  const lookup = (host, options, cb) => {
    // Nothing but the connection itself waits for the immediate.
    setTimeout(() => cb(null, localhost, 4), 10);
  };
  const client = net.connect({ port, host: 'a.host', lookup, family: 4 }, mustCall(() => client.resume()));
  client.write('x', mustCall());
});
