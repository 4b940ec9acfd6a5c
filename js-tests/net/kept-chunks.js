// A chunk keeps its content, wherever it waits: with a listener, in a paused
// stream, in a slow destination, on its way to another socket.
'use strict';

const assert = require('assert');
const net = require('net');
const { PassThrough, Writable } = require('stream');
const { localhost } = require('../common');

const size = 3 << 20;
const source = Buffer.alloc(size);
for (let i = 0; i < size; i += 4) source.writeUInt32LE(i, i);

const ways = {
  listener(socket, done) {
    const chunks = [];
    socket.on('data', (chunk) => chunks.push(chunk)).on('end', () => done(chunks));
  },
  paused(socket, done) {
    const through = socket.pipe(new PassThrough({ highWaterMark: 1 << 20 }));
    const chunks = [];
    setTimeout(() => through.on('data', (chunk) => chunks.push(chunk)).on('end', () => done(chunks)), 20);
  },
  slow(socket, done) {
    const chunks = [];
    socket.pipe(new Writable({
      highWaterMark: 1 << 20,
      writev(list, callback) {
        chunks.push(...list.map(({ chunk }) => chunk));
        setTimeout(callback, 1);
      },
    })).on('finish', () => done(chunks));
  },
  both(socket, done) {
    const chunks = [];
    const through = new PassThrough();
    let ended = 0;
    const end = () => { if (++ended === 2) done(chunks); };
    socket.pipe(through).resume().on('end', end);
    socket.on('data', (chunk) => chunks.push(chunk)).on('end', end);
  },
  relayed(socket, done) {
    const relay = net.createServer((from) => {
      relay.close();
      const chunks = [];
      from.pause();
      setTimeout(() => from.on('data', (chunk) => chunks.push(chunk)).on('end', () => done(chunks)).resume(), 20);
    }).listen(0, localhost, () => socket.pipe(net.connect(relay.address().port, localhost)));
  },
};

let left = Object.keys(ways).length;
const server = net.createServer((socket) => socket.end(source)).listen(0, localhost, () => {
  for (const [name, way] of Object.entries(ways)) {
    way(net.connect(server.address().port, localhost), (chunks) => {
      assert.ok(Buffer.concat(chunks).equals(source), name);
      if (--left === 0) server.close();
    });
  }
});
process.on('exit', () => assert.strictEqual(left, 0));
