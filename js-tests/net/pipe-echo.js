// socket.pipe(socket) echoes everything and ends when the other side ends.
'use strict';

const assert = require('assert');
const { pair } = require('../netpair');
const { mustCall } = require('../common');

pair((client, peer) => {
  assert.strictEqual(peer.pipe(peer), peer);
  const sent = Buffer.alloc(1024 * 1024);
  for (let at = 0; at < sent.length; at += 1024) {
    sent.fill(at / 1024 % 251, at, at + 1024);
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
