// setNoDelay, setKeepAlive, setTimeout, unref, ref and pause are accepted
// before connect(), return the socket, and hold after it.
'use strict';

const assert = require('assert');
const net = require('net');
const { serve } = require('../netpair');
const { localhost, mustCall, mustNotCall } = require('../common');

const server = serve(mustCall((peer) => {
  peer.write('data');
}), (port) => {
  const client = new net.Socket();
  assert.strictEqual(client.setNoDelay(), client);
  assert.strictEqual(client.setNoDelay(true), client);
  assert.strictEqual(client.setKeepAlive(true, 1000), client);
  assert.strictEqual(client.setTimeout(20), client);
  assert.strictEqual(client.unref(), client);
  assert.strictEqual(client.ref(), client);
  assert.strictEqual(client.pause(), client);
  assert.strictEqual(client.setEncoding('utf8'), client);
  assert.strictEqual(client.timeout, 20);
  client.on('data', mustNotCall('data while paused'));
  client.on('timeout', mustCall(() => {
    assert.strictEqual(client.isPaused(), true);
    client.removeAllListeners('data');
    client.on('data', mustCall((text) => {
      assert.strictEqual(text, 'data');
      client.destroy();
      server.close();
    }));
    client.setTimeout(0);
    client.resume();
  }));
  client.connect(port, localhost, mustCall());
});
