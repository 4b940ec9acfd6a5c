// An echo server. Usage: gonode examples/echo.js [port]
'use strict';
const net = require('net');

const server = net.createServer((socket) => {
  socket.on('error', (err) => console.error(`client: ${err.message}`));
  socket.pipe(socket);
});

server.listen(Number(process.argv[2] || 7), '127.0.0.1', () => {
  console.log(`listening on ${server.address().port}`);
});
