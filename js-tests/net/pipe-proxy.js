// A proxy that pipes both ways passes data and ends through in both
// directions.
'use strict';

const assert = require('assert');
const net = require('net');
const { collect, serve } = require('../netpair');
const { localhost, mustCall } = require('../common');

const backend = serve(mustCall((peer) => {
  collect(peer, mustCall((text) => setImmediate(() => peer.end('seen: ' + text))));
}), (backendPort) => {
  const proxy = serve(mustCall((inbound) => {
    const outbound = net.connect({ port: backendPort, host: localhost, allowHalfOpen: true });
    assert.strictEqual(inbound.pipe(outbound), outbound);
    assert.strictEqual(outbound.pipe(inbound), inbound);
    proxy.close();
  }), (proxyPort) => {
    const client = net.connect(proxyPort, localhost);
    collect(client, mustCall((text) => {
      assert.strictEqual(text, 'seen: hello through');
      backend.close();
    }));
    client.write('hello ');
    client.end('through');
  }, { allowHalfOpen: true });
}, { allowHalfOpen: true });
