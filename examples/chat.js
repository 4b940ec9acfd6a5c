// A line chat: every line a client sends goes to all the others.
// Usage: gonode examples/chat.js [port], then nc 127.0.0.1 port
'use strict';
const net = require('net');

const clients = new Map();
let guests = 0;

function broadcast(line, from) {
  for (const socket of clients.keys()) {
    if (socket !== from) socket.write(line + '\n');
  }
}

const server = net.createServer((socket) => {
  const name = `guest${++guests}`;
  clients.set(socket, name);
  socket.setEncoding('utf8');
  socket.write(`welcome, ${name}\n`);
  broadcast(`* ${name} joined`, socket);

  let rest = '';
  socket.on('data', (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    for (const line of lines) broadcast(`${name}: ${line}`, socket);
  });
  socket.on('error', () => {});
  socket.on('close', () => {
    clients.delete(socket);
    broadcast(`* ${name} left`, socket);
  });
});

server.listen(Number(process.argv[2] || 6667), '127.0.0.1', () => {
  console.log(`listening on ${server.address().port}`);
});
