// An exception in a 'connect' listener ends the process with a report and code 1.
// Expect-Uncaught: Error: boom
'use strict';

const net = require('net');

const server = net.createServer();
server.listen(0, '127.0.0.1', () => {
  const client = net.connect(server.address().port, '127.0.0.1', () => {
    throw new Error('boom'); // caret: throw
  });
  client.on('connect', () => console.log('the second callback ran'));
});
