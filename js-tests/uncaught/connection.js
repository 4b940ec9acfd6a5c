// An exception in a 'connection' listener ends the process with a report and
// code 1.
// Expect-Uncaught: Error: boom
'use strict';

const net = require('net');

const server = net.createServer(() => {
  throw new Error('boom'); // caret: throw
});
server.on('connection', () => console.log('the second callback ran'));
server.listen(0, '127.0.0.1', () => net.connect(server.address().port, '127.0.0.1'));
