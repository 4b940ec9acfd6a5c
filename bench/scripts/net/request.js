// One request and one answer on each connection.
'use strict';
require('./listen').serve((socket) => {
  socket.on('data', (chunk) => socket.end(chunk));
  socket.on('error', () => socket.destroy());
});
