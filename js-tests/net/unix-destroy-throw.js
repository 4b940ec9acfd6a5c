// A socket that is destroyed while it connects emits 'error' before 'close', also
// when the listener that destroyed it throws, in whatever phase of the loop.
// Expect-Stdout-File: unix-destroy-throw.golden
'use strict';

const net = require('net');
const { socketPath } = require('../common');

const path = socketPath();
process.on('uncaughtException', (err) => console.log('uncaught', err.message));

function attempt(name) {
  return new Promise((resolve) => {
    const socket = net.connect(path);
    socket.on('error', (err) => console.log(name, 'error', err.message));
    socket.on('close', (failed) => { console.log(name, 'close', failed); setTimeout(resolve, 1); });
    socket.on('resume', () => {
      socket.destroy(new Error('given'));
      throw new Error(`thrown ${name}`);
    });
    socket.resume();
  });
}

const server = net.createServer((socket) => { socket.on('error', () => {}); socket.resume(); });
server.listen(path, async () => {
  await attempt('promise');
  await new Promise((resolve) => { setImmediate(() => resolve(attempt('immediate'))); });
  await new Promise((resolve) => { setTimeout(() => resolve(attempt('timer')), 1); });
  await new Promise((resolve) => {
    const other = net.connect(path, () => other.destroy());
    other.on('close', () => resolve(attempt('close')));
  });
  await new Promise((resolve) => {
    const other = net.connect(path, () => resolve(attempt('connect').then(() => other.destroy())));
  });
  server.close();
});
