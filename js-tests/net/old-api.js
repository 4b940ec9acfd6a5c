// The surface net.Socket has documented since its first releases: positional
// connect, write(data, encoding, cb), bufferSize, setEncoding, addresses,
// setKeepAlive, setNoDelay, and every event of that time.
// Expect-Stdout-File: old-api.golden
'use strict';

const net = require('net');
const { transcript } = require('../common');

const log = transcript();
const peerLog = transcript();

const server = net.createServer(function(c) {
  peerLog('server: this is the server', this === server);
  c.setEncoding('utf8');
  c.addListener('data', function(text) {
    peerLog('server: data', text, 'this is the socket', this === c);
    c.write('pong\r\n', 'ascii');
  });
  c.addListener('end', function() {
    peerLog('server: end');
    c.end();
  });
  c.addListener('close', function(hadError) {
    peerLog('server: close', hadError);
  });
  server.close();
});
server.listen(0, '127.0.0.1', function() {
  const address = server.address();
  const c = new net.Socket();
  c.setEncoding('utf8');
  c.addListener('connect', function() {
    log('connect', c.remoteAddress, c.remotePort === address.port, c.bufferSize);
    log('address', c.address().address, c.address().port === c.localPort);
    c.setNoDelay(true);
    c.setKeepAlive(true, 1000);
    c.setTimeout(1000, function() { log('timeout'); });
    log('write', c.write('ping', 'utf8', function() { log('written'); }));
  });
  c.addListener('data', function(text) {
    log('data', JSON.stringify(text));
    c.pause();
    setTimeout(function() {
      c.resume();
      c.end();
    }, 5);
  });
  c.addListener('end', function() { log('end'); });
  c.addListener('error', function(err) { log('error', err); });
  c.addListener('close', function(hadError) { log('close', hadError, c.bytesRead, c.bytesWritten); });
  c.connect(address.port, '127.0.0.1', function() { log('connect listener'); });
});
