// An 'error' event without a listener goes to 'uncaughtException' as the error
// itself, and 'close' still comes.
// Expect-Stdout-File: error-no-listener-handled.golden
'use strict';

const net = require('net');
const { freePort } = require('../netpair');
const { localhost, transcript } = require('../common');

const log = transcript();
process.on('uncaughtException', (err, origin) => log('uncaught', err.code, err.syscall, origin));

freePort((port) => {
  const client = net.connect(port, localhost);
  client.on('close', (hadError) => log('close', hadError));
});
