// A server listens on a net.BoundSocket, which it takes for itself.
// Needs-Node: 24.21
// Platforms: linux
// Expect-Stdout-File: bound-socket-listen.golden
'use strict';

const { once } = require('events');
const fs = require('fs');
const net = require('net');
const { localhost, mustCall, socketPath, throwsError, transcript } = require('../common');

const log = transcript();

async function read(options) {
  const socket = net.connect(options);
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk) => { text += chunk; });
  await once(socket, 'close');
  return text;
}

async function overTCP() {
  const bound = new net.BoundSocket({ host: localhost });
  const { port } = bound.address();
  const server = net.createServer((socket) => socket.end('tcp'));
  log('listen', server.listen(bound) === server, server.listening, server.address().port === port);
  throwsError(() => bound.address(), { code: 'ERR_SOCKET_HANDLE_ADOPTED' });
  throwsError(() => bound.close(), { code: 'ERR_SOCKET_HANDLE_ADOPTED' });
  server.on('listening', () => log('listening'));
  await once(server, 'listening');
  log('read', await read({ port, host: localhost }));
  server.close();
  await once(server, 'close');
}

async function overPath() {
  const path = socketPath();
  const bound = new net.BoundSocket({ path });
  const server = net.createServer((socket) => socket.end('path'));
  server.listen({ handle: bound, backlog: 4 });
  await once(server, 'listening');
  log('path', server.address() === path, fs.existsSync(path), await read({ path }));
  server.close();
  await once(server, 'close');
  log('after close', fs.existsSync(path));
}

// Another server listens on the port between bind and listen.
async function taken() {
  const bound = new net.BoundSocket({ host: localhost });
  const other = net.createServer().listen(bound.address().port, localhost);
  await once(other, 'listening');
  const server = net.createServer();
  server.listen(bound);
  const [err] = await once(server, 'error');
  log('taken', err.code, err.message, err.syscall, err.address, err.port, server.listening);
  other.close();
}

// The other options of listen() do not count beside a BoundSocket.
async function otherOptions() {
  const bound = new net.BoundSocket({ host: localhost });
  const controller = new AbortController();
  const server = net.createServer();
  server.listen({ handle: bound, signal: controller.signal, port: 'x' });
  await once(server, 'listening');
  controller.abort();
  log('aborted', server.listening);
  server.close();
}

(async () => {
  await overTCP();
  await overPath();
  await taken();
  await otherOptions();
})().then(mustCall());
