// A server that has as many connections as it may have leaves the next one to
// another worker, unless it is to drop it itself.
// Platforms: linux
// Expect-Stdout-File: refused.golden
// Process: own (child processes)
'use strict';

const cluster = require('cluster');
const net = require('net');
const { transcript } = require('../common');

if (cluster.isWorker) {
  const server = net.createServer((socket) => socket.end('accepted'));
  server.maxConnections = Number(process.env.MOST);
  server.dropMaxConnection = process.env.DROP === 'yes';
  server.on('drop', ({ localPort }) => process.send(['drop', localPort === server.address().port]));
  server.listen(0, '127.0.0.1');
  return;
}

const log = transcript();
const phases = [
  [{ MOST: 0 }, { MOST: 5 }],
  [{ MOST: 0, DROP: 'yes' }],
];

function phase() {
  const workers = phases.shift();
  if (!workers) return;
  let listening = 0;
  for (const env of workers) {
    const worker = cluster.fork(env);
    worker.on('message', (message) => log(...message));
    worker.on('listening', ({ port }) => {
      if (++listening === workers.length) ask(port, 3);
    });
  }
}

function ask(port, left) {
  if (left === 0) {
    cluster.disconnect(phase);
    return;
  }
  let text = '';
  net.connect(port, '127.0.0.1').on('data', (chunk) => { text += chunk; }).on('error', () => {}).on('close', () => {
    log(text || 'nothing');
    ask(port, left - 1);
  });
}
phase();
