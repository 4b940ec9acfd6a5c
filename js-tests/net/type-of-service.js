// setTypeOfService and getTypeOfService, before a connection, on one and after
// it, and what they refuse.
// Expect-Stdout-File: type-of-service.golden
// Needs-Node: 24
// Platforms: linux darwin
'use strict';

const net = require('net');
const { mustCall, transcript } = require('../common');

const log = transcript();
function attempt(name, fn) {
  try {
    log(name, fn());
  } catch (err) {
    log(name, err.name, err.code, err.message);
  }
}

const socket = new net.Socket();
attempt('get', () => socket.getTypeOfService());
attempt('set', () => socket.setTypeOfService(16) === socket);
attempt('get', () => socket.getTypeOfService());
for (const value of ['x', NaN, 1.5, 256, -1, undefined, null]) attempt('set', () => socket.setTypeOfService(value));
attempt('option', () => new net.Socket({ typeOfService: 300 }));

const server = net.createServer((c) => c.end()).listen(0, '127.0.0.1', mustCall(() => {
  const client = net.connect({ port: server.address().port, host: '127.0.0.1', typeOfService: 8 });
  client.on('connect', mustCall(() => {
    attempt('connected', () => client.getTypeOfService());
    client.setTypeOfService(16);
    attempt('changed', () => client.getTypeOfService());
  }));
  client.on('close', mustCall(() => {
    attempt('closed', () => client.getTypeOfService());
    server.close();
  })).resume();
}));
