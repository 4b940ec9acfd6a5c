// Errors reach the domain that was active where their operation was started
// Expect-Stdout-File: routing.golden
'use strict';
const domain = require('domain');
const { EventEmitter } = require('events');
const fs = require('fs');
const net = require('net');

const lines = [];
const d = domain.create();
d.on('error', (err) => {
  lines.push(`${err.message}: thrown ${err.domainThrown}, ours ${err.domain === d}, active ${process.domain}`);
});

d.run(() => {
  process.nextTick(() => { throw new Error('nextTick'); });
  setTimeout(() => { throw new Error('setTimeout'); }, 1);
  setImmediate(() => { throw new Error('setImmediate'); });
  fs.stat(__filename, () => { throw new Error('fs.stat'); });
  queueMicrotask(() => lines.push(`microtask ${process.domain === d}`));
  Promise.resolve().then(() => lines.push(`then ${process.domain === d}`));
  (async () => {
    await null;
    lines.push(`await ${process.domain === d}`);
  })();
  Promise.reject(new Error('rejected'));
  new EventEmitter().emit('error', new Error('implicit member'));
  const server = net.createServer((socket) => socket.destroy());
  server.listen(0, '127.0.0.1', () => {
    lines.push(`listening ${process.domain === d}`);
    const socket = net.connect(server.address().port, '127.0.0.1', () => {
      server.close();
      throw new Error('connect');
    });
    socket.on('error', () => {});
    socket.resume();
  });
});
lines.push(`outside ${process.domain}`);
setTimeout(() => lines.push(`timer outside ${process.domain == null}`), 1);

process.on('exit', () => {
  for (const line of lines.sort()) console.log(line);
});
