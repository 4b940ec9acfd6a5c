// Workers take connections in turns; all have the same address, and a
// connection is its worker's from the first byte to the last.
// Platforms: linux
// Expect-Stdout-File: round-robin.golden
// Process: own (child processes)
'use strict';

const assert = require('assert');
const cluster = require('cluster');
const net = require('net');
const { mustCall, transcript } = require('../common');

if (cluster.isWorker) {
  const server = net.createServer((socket) => {
    assert.strictEqual(socket.server, server);
    assert.strictEqual(socket.localPort, server.address().port);
    server.getConnections((err, count) => socket.write(`worker ${cluster.worker.id}, ${count} open\n`));
    socket.pipe(socket);
  });
  server.listen(0, '127.0.0.1', () => process.send(server.address()));
  return;
}

const log = transcript();
const count = 3;
const addresses = [];
for (let i = 0; i < count; i++) {
  cluster.fork().on('message', (address) => {
    addresses.push(address);
    if (addresses.length === count) ask(6);
  });
}

function ask(left) {
  for (const address of addresses) assert.deepStrictEqual(address, addresses[0]);
  const { port, ...rest } = addresses[0];
  if (left === 6) log(JSON.stringify(rest));
  if (left === 0) {
    cluster.disconnect(mustCall(() => {
      net.connect(port, '127.0.0.1').on('error', (err) => log(err.code));
    }));
    return;
  }
  let text = '';
  const socket = net.connect(port, '127.0.0.1');
  socket.setEncoding('utf8').on('data', (chunk) => {
    text += chunk;
    if (text.endsWith('open\n')) socket.end('echo');
  });
  socket.on('close', () => {
    seen.push(text);
    if (left === 1) log(JSON.stringify(turns()));
    ask(left - 1);
  });
}

// Which worker is the first depends on which was ready first; after that each
// has its turn.
const seen = [];
function turns() {
  const ids = seen.map((text) => Number(/^worker (\d), 1 open\necho$/.exec(text)[1]));
  assert.deepStrictEqual(ids.slice(0, count).sort(), [1, 2, 3]);
  assert.deepStrictEqual(ids.slice(count), ids.slice(0, count));
  return ids.length;
}
cluster.on('exit', mustCall((worker, code, signal) => {
  assert.deepStrictEqual([code, signal, worker.exitedAfterDisconnect], [0, null, true]);
}, count));
