// end(data) with far more data than the system takes at once is not truncated,
// even when the reader starts late.
'use strict';

const assert = require('assert');
const { pair } = require('../netpair');
const { mustCall } = require('../common');

const size = 5 * 1024 * 1024 + 7;

pair((client, peer) => {
  const data = Buffer.alloc(size);
  for (let i = 0; i < size; i += 4096) {
    data[i] = i >> 12;
  }
  client.resume();
  client.end(data, mustCall(() => assert.strictEqual(client.bytesWritten, size)));
  let at = 0;
  setImmediate(() => {
    peer.on('data', (chunk) => {
      assert.strictEqual(chunk.compare(data, at, at + chunk.length), 0);
      at += chunk.length;
    });
  });
  peer.on('end', mustCall(() => assert.strictEqual(at, size)));
});
