// A server that is closed at once still brings 'beforeExit' once more.
// Transport: both
'use strict';

const net = require('net');
const { mustCall } = require('../common');

process.once('beforeExit', mustCall(() => {
  const server = net.createServer().listen(0, mustCall(() => {
    server.close();
    process.once('beforeExit', mustCall(() => {}));
  }));
}));
