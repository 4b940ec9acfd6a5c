// An exception in a 'connection' listener: that socket stays open, and the
// server takes the next connection.
// Expect-Stdout-File: connection-handled.golden
'use strict';

const net = require('net');
const { serve } = require('../netpair');
const { localhost, survive, transcript } = require('../common');

const log = transcript();
survive(log);
let n = 0;

const server = serve((peer) => {
  log('connection', ++n);
  process.nextTick(() => log('tick of connection'));
  Promise.resolve().then(() => log('promise of connection'));
  setImmediate(() => peer.end());
  peer.resume();
  peer.on('close', () => {
    log('peer close', n);
    if (n === 1) {
      net.connect(server.address().port, localhost).resume();
    } else {
      server.close();
    }
  });
  throw new Error('from connection ' + n);
}, (port) => {
  server.on('connection', () => log('second listener'));
  net.connect(port, localhost).resume();
});
