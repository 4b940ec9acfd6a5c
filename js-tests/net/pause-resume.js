// pause() in a 'data' listener stops the events at once; after many pauses
// every byte has come once and in order, and the peer is slowed down.
'use strict';

const assert = require('assert');
const { pair } = require('../netpair');
const { mustCall } = require('../common');

const size = 2 * 1024 * 1024;

pair((client, peer) => {
  const data = Buffer.alloc(size);
  for (let i = 0; i < size; i += 4) {
    data.writeUInt32BE(i, i);
  }
  let at = 0;
  let paused = false;
  let pauses = 0;
  client.on('data', (chunk) => {
    assert.strictEqual(paused, false);
    assert.strictEqual(chunk.compare(data, at, at + chunk.length), 0);
    at += chunk.length;
    client.pause();
    paused = true;
    pauses++;
    setImmediate(() => {
      paused = false;
      client.resume();
    });
  });
  client.on('end', mustCall(() => {
    assert.strictEqual(at, size);
    assert.ok(pauses > 5);
  }));
  peer.resume();
  peer.end(data);
});
