// When the connection fails, 'error' comes first; then the callbacks of the
// writes queued before fail, in order: the first says that the socket closed,
// the others give the connect error; then 'close'.
// Expect-Stdout-File: write-before-connect-fails.golden
'use strict';

const net = require('net');
const { freePort } = require('../netpair');
const { localhost, transcript } = require('../common');

const log = transcript();

freePort((port) => {
  const client = net.connect(port, localhost);
  for (const name of ['one', 'two']) {
    client.write(name, (err) => log('callback', name, err && err.code));
  }
  client.end('three', (err) => log('end callback', err && err.code));
  client.on('finish', () => log('finish'));
  client.on('error', (err) => log('error', err.code));
  client.on('close', (hadError) => log('close', hadError));
});
