// Helpers for tests that need a connected pair of sockets.
'use strict';

const net = require('net');
const { mustCall, localhost } = require('./common');

// pair connects a client to a server of its own and calls
// fn(client, peer, server) when both sides are there. The server stops
// listening before that, so only the two sockets keep the process alive.
function pair(fn, options = {}) {
  let client;
  let peer;
  const server = net.createServer(options.server || {});
  const ready = () => {
    if (peer && !client.connecting) {
      fn(client, peer, server);
    }
  };
  server.on('connection', mustCall((socket) => {
    peer = socket;
    server.close();
    ready();
  }));
  server.listen(0, localhost, mustCall(() => {
    client = net.connect({ port: server.address().port, host: localhost, ...options.client });
    client.on('connect', mustCall(ready));
  }));
}

// serve listens on a free loopback port with the given connection listener and
// calls fn(port, server).
function serve(onConnection, fn, options = {}) {
  const server = net.createServer(options, onConnection);
  server.listen(0, localhost, mustCall(() => fn(server.address().port, server)));
  return server;
}

// freePort finds a port where nobody listens and calls fn(port).
function freePort(fn) {
  const server = net.createServer();
  server.listen(0, localhost, mustCall(() => {
    const { port } = server.address();
    server.close(mustCall(() => fn(port)));
  }));
}

// collect calls fn(text) with everything a socket received, when it ends.
function collect(socket, fn) {
  const chunks = [];
  socket.on('data', (chunk) => chunks.push(Buffer.from(chunk)));
  socket.on('end', mustCall(() => fn(Buffer.concat(chunks).toString())));
}

module.exports = { pair, serve, freePort, collect };
