// Connections with the usual listeners on which nothing happens.
'use strict';
require('./listen').serve((socket) => {
  socket.on('data', () => {});
  socket.on('error', () => {});
});
