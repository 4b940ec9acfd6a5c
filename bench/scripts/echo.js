// The usual echo server: one JavaScript callback for each message.
'use strict';
const net = require('net');
net.createServer((socket) => {
  socket.on('data', (chunk) => socket.write(chunk));
  socket.on('error', () => socket.destroy());
}).listen(0, '127.0.0.1', function () {
  console.log(this.address().port);
});
