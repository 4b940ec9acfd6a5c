// A failed lookup is passed to 'lookup' and 'error' as the lookup made it, and
// the connection fails later even when the lookup calls back at once.
// Expect-Stdout-File: connect-lookup-notfound.golden
'use strict';

const net = require('net');
const { mustCall, transcript } = require('../common');

const log = transcript();

function notFound(hostname) {
  const err = new Error(`getaddrinfo ENOTFOUND ${hostname}`);
  return Object.assign(err, { errno: -3008, code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname });
}

function run(name, lookup, next) {
  const socket = new net.Socket();
  socket.on('lookup', mustCall((err, address, family, host) => {
    log(name, 'lookup', err && err.code, address, family, host);
  }));
  socket.on('error', mustCall((err) => {
    log(name, 'error', err.message, err.errno, err.code, err.syscall, err.hostname, err.host, err.port);
    log(name, Object.keys(err).join());
  }));
  socket.on('close', mustCall((hadError) => {
    log(name, 'close', hadError);
    next();
  }));
  socket.connect({ host: 'no.such.host', port: 80, lookup });
  log(name, 'returned', socket.connecting, socket.destroyed);
}

run('sync', mustCall((hostname, options, cb) => cb(notFound(hostname))), () => {
  run('async', mustCall((hostname, options, cb) => setImmediate(cb, notFound(hostname))), () => {
    log('done');
  });
});
