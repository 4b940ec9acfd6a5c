// An exception in a 'close' listener of a socket: other 'close' events of the same
// turn still come.
// Expect-Stdout-File: close-handled.golden
'use strict';

const net = require('net');
const { survive, transcript } = require('../common');

const log = transcript();
survive(log);

// Closed in one turn of the loop; neither has a connection, so nothing else
// decides about the order.
for (const name of ['first', 'second']) {
  const socket = new net.Socket();
  socket.on('close', () => {
    log(name, 'close');
    process.nextTick(() => log('tick of', name));
    Promise.resolve().then(() => log('promise of', name));
    throw new Error('from close of ' + name);
  });
  socket.on('close', () => log(name, 'second listener'));
  socket.destroy();
}
setImmediate(() => log('immediate'));
