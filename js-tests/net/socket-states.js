// connecting, pending, readyState, readable, writable and destroyed through the
// life of a socket.
// Expect-Stdout-File: socket-states.golden
'use strict';

const net = require('net');
const { serve } = require('../netpair');
const { localhost, transcript } = require('../common');

const log = transcript();

function show(name, s) {
  log(name, s.connecting, s.pending, s.readyState, s.readable, s.writable, s.destroyed, s.closed, s.readableEnded, s.writableEnded, s.writableFinished);
}

log('state connecting pending readyState readable writable destroyed closed readableEnded writableEnded writableFinished');
const server = serve((peer) => {
  peer.resume();
  peer.on('end', () => setImmediate(() => peer.end()));
  server.close();
}, (port) => {
  const s = new net.Socket({ allowHalfOpen: true });
  show('new', s);
  s.connect(port, localhost);
  show('connecting', s);
  s.on('connect', () => {
    show('connect', s);
    s.end();
    show('end called', s);
  });
  s.on('finish', () => show('finish', s));
  s.on('end', () => {
    show('end', s);
    process.nextTick(() => show('tick after end', s));
  });
  s.on('close', () => show('close', s));
  s.resume();
}, { allowHalfOpen: true });
