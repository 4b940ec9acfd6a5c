// One connection to a server of our own: connect, one message each way, close.
'use strict';
const net = require('net');
const server = net.createServer((socket) => {
  socket.on('data', (chunk) => socket.end(chunk));
  server.close();
}).listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => client.write('ping'));
  client.on('data', (chunk) => console.log(String(chunk)));
});
