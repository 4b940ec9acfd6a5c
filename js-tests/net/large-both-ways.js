// 4 MB in each direction at once over one connection.
'use strict';

const assert = require('assert');
const { pair } = require('../netpair');
const { mustCall } = require('../common');

const size = 4 * 1024 * 1024;

function exchange(socket, mine, theirs) {
  let at = 0;
  socket.on('data', (chunk) => {
    assert.strictEqual(chunk.compare(theirs, at, at + chunk.length), 0);
    at += chunk.length;
  });
  socket.on('end', mustCall(() => assert.strictEqual(at, size)));
  for (let i = 0; i < size; i += size / 16) {
    socket.write(mine.subarray(i, i + size / 16));
  }
  socket.end();
}

pair((client, peer) => {
  const a = Buffer.alloc(size, 'abcdefg');
  const b = Buffer.alloc(size, '0123456789');
  exchange(client, a, b);
  exchange(peer, b, a);
}, { server: { allowHalfOpen: true }, client: { allowHalfOpen: true } });
