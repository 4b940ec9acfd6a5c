// server._listen2 is what listen() ends in; cluster libraries call it and put
// their own in its place.
// Expect-Stdout-File: listen2.golden
'use strict';

const net = require('net');
const { localhost, mustCall, transcript } = require('../common');

const log = transcript();

const server = net.createServer();
log(server._listen2.name, server._listen2.length, server._listen2(localhost, 0, 4, 5));
log(server._connectionKey, server.address().address);
server.on('listening', mustCall(() => {
  log('listening');
  server.close();
}));

const failing = net.createServer();
failing.on('error', mustCall((err) => log(err.message, err.address, err.port, err.code)));
failing._listen2('192.0.2.1', 5, 4, 0);
