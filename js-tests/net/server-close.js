// close() stops accepting at once, and 'close' comes when the last connection
// is gone; its callback too.
// Expect-Stdout-File: server-close.golden
'use strict';

const net = require('net');
const { serve } = require('../netpair');
const { localhost, mustCall, transcript } = require('../common');

const log = transcript();

const server = serve(mustCall((peer) => {
  const { port } = server.address();
  peer.resume();
  log('close returns', server.close((err) => log('callback', err)) === server);
  log('listening', server.listening, server.address());
  server.close((err) => log('second callback', err.name, err.code, err.message));
  const late = net.connect(port, localhost);
  late.on('error', (err) => {
    log('late client', err.code);
    setTimeout(() => {
      log('ending');
      peer.end();
    }, 10);
  });
}), (port) => {
  server.on('close', () => log('close event'));
  net.connect(port, localhost).resume();
});
