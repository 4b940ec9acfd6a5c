// Sends as much as the other side takes, in pieces of 64 KiB, as 'drain' allows.
'use strict';
const piece = Buffer.alloc(64 << 10, 'x');
require('./listen').serve((socket) => {
  const fill = () => { while (socket.write(piece)); };
  socket.on('drain', fill);
  socket.on('error', () => socket.destroy());
  fill();
});
