// An exception in a 'connect' listener: 'ready' is not emitted, the connection
// stays and works.
// Expect-Stdout-File: connect-handled.golden
'use strict';

const net = require('net');
const { serve } = require('../netpair');
const { localhost, survive, transcript } = require('../common');

const log = transcript();
survive(log);

const server = serve((peer) => {
  peer.on('data', (chunk) => peer.end('re: ' + chunk));
  server.close();
}, (port) => {
  const client = net.connect(port, localhost, () => {
    log('first listener');
    process.nextTick(() => log('tick of connect'));
    Promise.resolve().then(() => log('promise of connect'));
    setImmediate(() => {
      log('immediate', client.readyState);
      client.on('data', (chunk) => log('data', chunk));
      client.write('hello');
    });
    throw new Error('from connect');
  });
  client.on('connect', () => log('second listener'));
  client.on('ready', () => log('ready'));
  client.on('close', (hadError) => log('close', hadError));
});
