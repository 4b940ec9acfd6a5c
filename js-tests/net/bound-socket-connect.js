// A net.Socket takes a net.BoundSocket and connects from where that is bound.
// Needs-Node: 24.21
// Platforms: linux
// Expect-Stdout-File: bound-socket-connect.golden
'use strict';

const { once } = require('events');
const fs = require('fs');
const net = require('net');
const { localhost, mustCall, socketPath, transcript } = require('../common');

const log = transcript();
const from = '127.0.0.5';

function state(socket, port) {
  return [socket.localAddress, socket.localPort === port, socket.connecting, socket.pending, socket.readyState].join(' ');
}

async function failure(name, socket) {
  const [err] = await once(socket, 'error');
  log(name, err.code, err.message.replace(/\d{4,}/g, 'PORT'));
}

async function adopted(server) {
  const bound = new net.BoundSocket({ host: from });
  const { port } = bound.address();
  const socket = new net.Socket({ handle: bound });
  log('new', state(socket, port));
  socket.connect(server.port, localhost);
  log('connecting', state(socket, port));
  for (const event of ['lookup', 'connectionAttempt', 'connect', 'ready', 'end', 'close']) {
    socket.on(event, (...args) => log(event, args.length));
  }
  socket.on('data', (chunk) => log('data', String(chunk) === `${from} ${port}`));
  await once(socket, 'close');
  log('closed', state(socket, port));
}

async function byOption(server) {
  const bound = new net.BoundSocket({ host: from });
  const { port } = bound.address();
  const socket = net.connect({ handle: bound, port: server.port, host: localhost });
  await once(socket, 'connect');
  log('option', state(socket, port));
  socket.destroy();
}

async function overPath() {
  const path = socketPath('server');
  const local = socketPath('client');
  const server = net.createServer((socket) => socket.end()).listen(path);
  await once(server, 'listening');
  const socket = new net.Socket({ handle: new net.BoundSocket({ path: local }) });
  log('path', socket.localAddress === local, socket.address().address === local);
  socket.connect(path).resume();
  await once(socket, 'close');
  log('path closed', socket.localAddress === local, fs.existsSync(local));
  server.close();
}

async function failures(server) {
  const make = () => new net.Socket({ handle: new net.BoundSocket({ host: from }) });
  const refused = make();
  await failure('refused', refused.connect(1, localhost));
  log('refused', refused.destroyed);

  const both = make();
  try {
    both.connect({ port: server.port, host: localhost, localAddress: '127.0.0.7' });
  } catch (err) {
    log('localAddress', err.code, err.message.replace(/Received.*/s, ''));
  }
  both.destroy();

  const unconnected = make();
  unconnected.on('close', (hadError) => log('unconnected close', hadError));
  unconnected.write('x', (err) => log('unconnected write', err.code));
  await failure('unconnected', unconnected);
}

const server = net.createServer(mustCall((socket) => {
  socket.on('error', () => {});
  socket.end(`${socket.remoteAddress} ${socket.remotePort}`);
}, 2));
server.listen(0, localhost, async () => {
  server.port = server.address().port;
  await adopted(server);
  await byOption(server);
  await overPath();
  await failures(server);
  server.close();
});
