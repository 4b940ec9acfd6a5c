// Exceptions in a 'listening' listener and in the callback of server.close():
// the server goes on, and later 'close' listeners are not called.
// Expect-Stdout-File: listening-handled.golden
'use strict';

const net = require('net');
const { localhost, survive, transcript } = require('../common');

const log = transcript();
survive(log);

const server = net.createServer();
server.listen(0, localhost, () => {
  log('listening');
  setImmediate(() => {
    log('still listening', server.listening);
    server.close(() => {
      log('close callback');
      throw new Error('from the close callback');
    });
    server.on('close', () => log('second close listener'));
  });
  throw new Error('from listening');
});
