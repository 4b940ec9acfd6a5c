// Echoes everything, and is slow now and then: it stops reading for a few
// milliseconds after every megabyte.
'use strict';
const net = require('net');

const server = net.createServer({ allowHalfOpen: true }, (socket) => {
  let seen = 0;
  socket.on('data', (chunk) => {
    const before = seen >> 20;
    seen += chunk.length;
    const slow = seen >> 20 !== before;
    const full = !socket.write(chunk);
    if (!slow && !full) return;
    socket.pause();
    if (full) socket.once('drain', () => socket.resume());
    else setTimeout(() => socket.resume(), 3);
  });
  socket.on('end', () => socket.end());
  socket.on('close', () => server.close());
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
