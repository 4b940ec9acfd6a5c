// Counts what arrives.
'use strict';
let bytes = 0;
require('./listen').serve((socket) => {
  socket.on('data', (chunk) => { bytes += chunk.length; });
  socket.on('error', () => socket.destroy());
});
