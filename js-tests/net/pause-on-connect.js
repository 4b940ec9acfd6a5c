// With pauseOnConnect sockets start paused and unread: nothing is lost when
// they are resumed later.
'use strict';

const assert = require('assert');
const net = require('net');
const { collect, serve } = require('../netpair');
const { localhost, mustCall } = require('../common');

const server = serve(mustCall((peer) => {
  assert.strictEqual(peer.isPaused(), true);
  collect(peer, mustCall((text) => {
    assert.strictEqual(text, 'hello');
    server.close();
  }));
  setTimeout(() => {
    assert.strictEqual(peer.bytesRead, 0);
    peer.resume();
  }, 10);
}), (port) => {
  net.connect(port, localhost).resume().end('hello');
}, { pauseOnConnect: true });
