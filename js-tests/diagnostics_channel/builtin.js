// What built-in modules announce: console, require, net and child_process
// Expect-Stdout-File: builtin.golden
'use strict';
const { AsyncLocalStorage } = require('async_hooks');
const { spawn, ChildProcess } = require('child_process');
const { channel, subscribe, unsubscribe, tracingChannel } = require('diagnostics_channel');
const net = require('net');

const lines = [];

for (const method of ['log', 'info', 'debug', 'warn', 'error']) {
  const change = (args) => {
    lines.push(`console.${method} ${JSON.stringify(args)}`);
    args.push('added');
  };
  subscribe(`console.${method}`, change);
  if (method === 'warn' || method === 'error') continue;
  console[method]('text %s', method);
  unsubscribe(`console.${method}`, change);
}

const required = [];
const watch = Object.fromEntries(['start', 'end', 'error'].map((event) => [event, (message) => {
  required.push(`${event} ${message.id} ${message.parentFilename === __filename} ${Object.keys(message)}`);
}]));
tracingChannel('module.require').subscribe(watch);
const path = require('path');
try {
  require('./missing-module');
} catch (err) {
  lines.push(`require ${err.code}`);
}
tracingChannel('module.require').unsubscribe(watch);
lines.push(...required, `result ${typeof path.join}`);

// A store that is bound to a channel has the message while it is published.
const als = new AsyncLocalStorage();
const bound = channel('bound');
bound.bindStore(als, ({ id }) => `store ${id}`);
lines.push(`runStores ${bound.runStores({ id: 1 }, () => als.getStore())}, after ${als.getStore()}`);
bound.runStores({ id: 2 }, () => setImmediate(() => lines.push(`later ${als.getStore()}`)));

const sockets = [];
subscribe('net.client.socket', ({ socket }) => sockets.push(`client ${socket instanceof net.Socket}`));
subscribe('net.server.socket', ({ socket }) => sockets.push(`server ${socket instanceof net.Socket}`));
tracingChannel('net.server.listen').subscribe({
  asyncStart: ({ server, options }) => sockets.push(`listen ${server instanceof net.Server} ${options.own}`),
  asyncEnd: ({ server }) => sockets.push(`listening ${server instanceof net.Server}`),
  error: ({ error }) => sockets.push(`failed ${error.code}`),
});
const server = net.createServer((socket) => socket.destroy());
server.listen({ port: 0, host: '127.0.0.1', own: 'option' }, () => {
  const second = net.createServer();
  second.on('error', () => {
    net.connect(server.address().port, '127.0.0.1').on('close', () => server.close()).resume();
  });
  second.listen({ port: server.address().port, host: '127.0.0.1', own: 'second' });
});

const children = [];
subscribe('child_process', ({ process }) => children.push(`made ${process instanceof ChildProcess}`));
tracingChannel('child_process.spawn').subscribe({
  start: ({ options }) => children.push(`start ${options.file}`),
  end: ({ process }) => children.push(`end ${typeof process.pid}`),
  error: ({ error }) => children.push(`error ${error.code}`),
});
spawn('no-such-program-anywhere').on('error', () => {});

process.on('exit', () => {
  for (const line of [...lines, ...sockets.sort(), ...children]) console.log(line);
});
