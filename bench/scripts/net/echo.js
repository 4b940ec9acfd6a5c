// The usual echo server: one JavaScript callback for each message.
'use strict';
require('./listen').serve((socket) => {
  socket.on('data', (chunk) => socket.write(chunk));
  socket.on('error', () => socket.destroy());
});
