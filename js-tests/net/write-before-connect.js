// Writes made before the connection is there count in writableLength and
// bufferSize, a string with its length and not its bytes, and arrive in order;
// their callbacks come after 'connect', in order.
// Expect-Stdout-File: write-before-connect.golden
'use strict';

const net = require('net');
const { collect, serve } = require('../netpair');
const { localhost, transcript } = require('../common');

const log = transcript();
const peerLog = transcript();

const server = serve((peer) => {
  collect(peer, (text) => peerLog('got', text));
  server.close();
}, (port) => {
  const client = net.connect(port, localhost);
  client.on('connect', () => log('connect', client.writableLength, client.bufferSize, client.bytesWritten));
  client.on('ready', () => log('ready', client.writableLength));
  client.on('drain', () => log('drain'));
  client.on('finish', () => log('finish', client.bytesWritten));
  client.on('close', () => log('close', client.bytesWritten));
  client.resume();
  for (const text of ['one,', 'two,', 'dr\u00e9i,']) {
    const ret = client.write(text, () => log('written', text, client.writableLength));
    log('write', ret, client.writableLength, client.bufferSize, client.bytesWritten, client.writableNeedDrain);
  }
  client.end(Buffer.from('end'), () => log('ended'));
  log('end', client.writableLength, client.bytesWritten, client.writableEnded, client.writable);
});
