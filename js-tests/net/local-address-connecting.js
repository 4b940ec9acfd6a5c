// While it connects a socket knows its own end, unless a script has asked before
// it did. With pumps the system's answer comes with the connection only.
// Transport: epoll
// Expect-Stdout-File: local-address-connecting.golden
'use strict';

const net = require('net');
const { localhost } = require('../common');

const show = (name, socket) => console.log(name, socket.connecting, socket.localAddress, socket.localPort > 0,
  socket.localFamily, socket.remoteAddress, Object.keys(socket.address()).length);

function connect(name, port, early) {
  return new Promise((resolve) => {
    const socket = net.connect(port, localhost);
    if (early) show(`${name} at once`, socket);
    socket.on('connectionAttempt', () => process.nextTick(() => {
      show(`${name} attempt`, socket);
      process.nextTick(() => show(`${name} again`, socket));
    }));
    socket.on('connect', () => { show(`${name} connected`, socket); socket.end(); });
    socket.on('error', () => show(`${name} failed`, socket));
    socket.on('close', () => { show(`${name} closed`, socket); resolve(); });
    socket.resume();
  });
}

const server = net.createServer((socket) => socket.resume().end());
server.listen(0, localhost, async () => {
  const { port } = server.address();
  await connect('late', port, false);
  await connect('early', port, true);
  server.close();
  await new Promise((resolve) => { server.on('close', resolve); });
  await connect('refused', port, false);
});
