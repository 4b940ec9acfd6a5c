// The ways in which workers end: disconnect waits for the connections, kill
// does not, and a crash is neither.
// Platforms: linux
// Expect-Stdout-File: leaving.golden
// Process: own (child processes)
'use strict';

const cluster = require('cluster');
const net = require('net');
const { transcript } = require('../common');

if (cluster.isWorker) {
  const server = net.createServer((socket) => {
    socket.on('end', () => socket.end(`state ${cluster.worker.state}, ${server.listening}`));
    process.send('connection');
  });
  server.listen(0, '127.0.0.1');
  process.on('message', (message) => {
    if (message === 'crash') setImmediate(() => process.exit(3));
    if (message === 'kill') cluster.worker.kill();
    if (message === 'destroy') cluster.worker.destroy();
    if (message === 'process.disconnect') process.disconnect();
  });
  return;
}

const log = transcript();
const ways = [
  ['disconnect', (worker) => worker.disconnect()],
  ['kill', (worker) => worker.kill()],
  ['kill with a signal', (worker) => worker.process.kill('SIGKILL')],
  ['crash', (worker) => worker.send('crash')],
  ['kill itself', (worker) => worker.send('kill')],
  ['destroy itself', (worker) => worker.send('destroy')],
  ['process.disconnect', (worker) => worker.send('process.disconnect')],
];

function next() {
  const way = ways.shift();
  if (!way) return;
  const [name, act] = way;
  const worker = cluster.fork();
  let socket;
  let text = '';
  let end;
  let left = 3;
  // The end of the connection, of the channel and of the process come in any
  // order.
  const one = () => {
    if (--left > 0) return;
    log(name, ...end, worker.exitedAfterDisconnect);
    if (text) log(text);
    next();
  };
  worker.on('listening', ({ port }) => {
    socket = net.connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    socket.on('error', () => {}).on('close', one);
    socket.on('data', (chunk) => { text += chunk; }).on('end', () => socket.destroy());
  });
  worker.on('message', () => {
    act(worker);
    // Time for a worker that would not wait to show it.
    if (name === 'disconnect') setTimeout(() => socket.end(), 20);
  });
  worker.on('disconnect', one);
  worker.on('exit', (code, signal) => {
    end = [code, signal];
    one();
  });
}
next();
