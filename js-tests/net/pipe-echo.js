// socket.pipe(socket) echoes everything and ends when the other side ends.
'use strict';

const assert = require('assert');
const { pair } = require('../netpair');
const { mustCall } = require('../common');

pair((client, peer) => {
  assert.strictEqual(peer.pipe(peer), peer);
  const sent = Buffer.alloc(1024 * 1024);
  for (let i = 0; i < sent.length; i++) {
    sent[i] = (i * 7 + (i >> 8)) & 255;
  }
  const got = [];
  client.on('data', (chunk) => got.push(chunk));
  client.on('end', mustCall(() => {
    assert.ok(Buffer.concat(got).equals(sent));
    assert.strictEqual(peer.bytesRead, sent.length);
    assert.strictEqual(peer.bytesWritten, sent.length);
  }));
  client.end(sent);
});
