// Connects and closes again and again, then holds many connections open. The
// module soak comes from the program that embeds this script; it measures.
'use strict';
const net = require('net');
const { measure, path, port, cycles, open } = require('soak');

const together = 64;

// cycle makes one connection and resets it once the server has answered.
function cycle(options, done) {
  const socket = net.connect(options);
  socket.on('data', () => { if (options.path) socket.destroy(); else socket.resetAndDestroy(); });
  socket.on('error', (err) => { throw err; });
  socket.on('close', done);
}

function repeat(total, makeOptions) {
  return new Promise((resolve) => {
    let started = 0;
    let ended = 0;
    const next = () => { if (started < total) cycle(makeOptions(started++), onclose); };
    const onclose = () => { if (++ended === total) resolve(); else next(); };
    for (let i = 0; i < together; i++) next();
  });
}

function serve(where) {
  return new Promise((resolve) => {
    const server = net.createServer((socket) => {
      socket.on('error', () => {});
      socket.end('hello');
      socket.resume();
    });
    server.listen({ backlog: 1024, ...where }, () => resolve(server));
  });
}

const idle = () => new Promise((resolve) => { setTimeout(resolve, 200); });

async function hold() {
  const sockets = [];
  await new Promise((resolve) => {
    for (let i = 0; i < open; i++) {
      const socket = net.connect({ port, host: '127.0.0.1', localAddress: `127.0.${1 + i % 200}.1` });
      socket.on('data', () => {}).on('error', (err) => { throw err; });
      socket.on('connect', () => { if (sockets.push(socket) === open) resolve(); });
    }
  });
  await idle();
  measure(`${open} connections open`);
  await new Promise((resolve) => {
    let left = open;
    for (const socket of sockets.splice(0)) socket.on('close', () => { if (--left === 0) resolve(); }).destroy();
  });
  await idle();
  measure('and closed');
}

(async () => {
  const server = await serve({ port: 0, host: '127.0.0.1' });
  const tcp = (i) => ({ port: server.address().port, host: '127.0.0.1', localAddress: `127.0.${1 + i % 200}.${1 + i % 250}` });
  const local = await serve({ path });
  await repeat(2000, tcp);
  await repeat(2000, () => ({ path }));
  await idle();
  measure('after 2000 connections of each kind');
  await repeat(cycles, tcp);
  await idle();
  measure(`after ${cycles} more over TCP, ended by reset`);
  await repeat(cycles, () => ({ path }));
  await idle();
  measure(`after ${cycles} more over a UNIX socket`);
  server.close();
  local.close();
  await hold();
})();
