// A proxy: pipe in both directions to the port in $UPSTREAM.
'use strict';
const net = require('net');
require('./listen').serve((socket) => {
  const upstream = net.connect(Number(process.env.UPSTREAM), '127.0.0.1');
  socket.on('error', () => upstream.destroy()).on('close', () => upstream.destroy());
  upstream.on('error', () => socket.destroy());
  socket.pipe(upstream).pipe(socket);
});
