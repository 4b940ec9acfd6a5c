// A closed Socket can connect again, any number of times, with the listeners
// and settings it has; its counters start anew.
// Expect-Stdout-File: reconnect.golden
'use strict';

const net = require('net');
const { serve } = require('../netpair');
const { localhost, transcript } = require('../common');

const log = transcript();
let round = 0;

const server = serve((peer) => {
  peer.on('data', (chunk) => peer.end('re: ' + chunk));
}, (port) => {
  const client = new net.Socket();
  client.setEncoding('utf8');
  client.on('connect', () => {
    log('connect', round, client.destroyed, client.pending, client.readyState, client.bytesRead, client.bytesWritten);
    client.write('round ' + round);
  });
  client.on('data', (text) => log('data', typeof text, text, client.bytesRead));
  client.on('end', () => log('end'));
  client.on('finish', () => log('finish'));
  client.on('close', (hadError) => {
    log('close', hadError, client.destroyed, client.pending, client.writable, client.readable);
    if (++round === 3) {
      server.close();
    } else {
      log('same object', client.connect(port, localhost) === client);
      log('connecting', client.connecting, client.destroyed, client.writable, client.readable, client.readyState);
    }
  });
  client.connect(port, localhost);
});
