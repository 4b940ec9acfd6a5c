// 8 MB through a reader that pauses after each chunk arrive unchanged, and the
// writer is held back: it never has more waiting than it chose to.
'use strict';

const assert = require('assert');
const { pair } = require('../netpair');
const { mustCall } = require('../common');

const total = 8 * 1024 * 1024;
const block = 64 * 1024;

// A block tells where it belongs: by its first bytes and by what fills it.
function fill(buffer, position) {
  buffer.fill(position / block % 251);
  buffer.writeUInt32LE(position, 0);
  return buffer;
}

pair((client, peer) => {
  let sent = 0;
  let drains = 0;
  const send = () => {
    while (sent < total) {
      const more = client.write(fill(Buffer.alloc(block), sent));
      sent += block;
      assert.ok(client.writableLength <= 2 * block);
      if (!more) {
        return;
      }
    }
    client.end();
  };
  client.on('drain', () => {
    drains++;
    send();
  });
  client.resume();
  send();

  const expected = Buffer.alloc(block);
  let got = 0;
  peer.on('data', (chunk) => {
    peer.pause();
    setImmediate(() => peer.resume());
    for (let at = 0; at < chunk.length;) {
      const inBlock = got % block;
      if (inBlock === 0) {
        fill(expected, got);
      }
      const n = Math.min(chunk.length - at, block - inBlock);
      assert.strictEqual(chunk.compare(expected, inBlock, inBlock + n, at, at + n), 0);
      at += n;
      got += n;
    }
  });
  peer.on('end', mustCall(() => {
    assert.strictEqual(got, total);
    assert.strictEqual(peer.bytesRead, total);
    assert.strictEqual(client.bytesWritten, total);
    assert.ok(drains > 0);
  }));
});
