// An exception in an 'error' listener: 'close' still comes.
// Expect-Stdout-File: error-listener-handled.golden
'use strict';

const net = require('net');
const { freePort } = require('../netpair');
const { localhost, survive, transcript } = require('../common');

const log = transcript();
survive(log);

freePort((port) => {
  const client = net.connect(port, localhost);
  client.on('error', (err) => {
    log('error', err.code);
    throw new Error('from the error listener');
  });
  client.on('close', (hadError) => log('close', hadError));
});
