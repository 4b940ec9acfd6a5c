// Throws in a callback that the network causes.
// Verdict: failed
// Says: Error: thrown in a connection listener
'use strict';

const common = require(`${process.env.CANARY_SUITE}/common`);
const net = require('net');

const server = net.createServer(common.mustCall(() => {
  throw new Error('thrown in a connection listener');
}));
server.listen(0, '127.0.0.1', common.mustCall(() => {
  net.connect(server.address().port, '127.0.0.1').on('error', () => {});
}));
