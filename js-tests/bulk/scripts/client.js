// Sends numbered blocks, checks that the same ones come back in order, and
// prints how many bytes that were. Usage: client.js port megabytes
'use strict';
const net = require('net');

const SIZE = 64 * 1024;
const total = Number(process.argv[3]) * 1024 * 1024 / SIZE;

// Block i: a pattern that depends on i all over, with i itself in front.
function block(i) {
  const b = Buffer.alloc(SIZE, `block ${i} of ${total};`);
  b.writeUInt32BE(i, 0);
  return b;
}

const socket = net.connect(Number(process.argv[2]), '127.0.0.1', send);
let sent = 0;
function send() {
  while (sent < total) {
    if (!socket.write(block(sent++)) && sent < total) {
      socket.once('drain', send);
      return;
    }
  }
  socket.end();
}

let received = 0;
const current = Buffer.alloc(SIZE);
let fill = 0;
socket.on('data', (chunk) => {
  let at = 0;
  while (at < chunk.length) {
    const n = chunk.copy(current, fill, at);
    at += n;
    fill += n;
    if (fill < SIZE) continue;
    if (!current.equals(block(received))) {
      console.log(`block ${received} differs`);
      process.exit(1);
    }
    received++;
    fill = 0;
  }
});
socket.on('close', (hadError) => {
  const bytes = received * SIZE + fill;
  console.log(`${bytes} bytes, ${socket.bytesRead} read, ${socket.bytesWritten} written, error ${hadError}`);
});
