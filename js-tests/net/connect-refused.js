// A refused TCP connection is reported later, with Node's error: 'error', then
// 'close' with hadError, once each, and nothing else.
// Expect-Stdout-File: connect-refused.golden
'use strict';

const assert = require('assert');
const net = require('net');
const { freePort } = require('../netpair');
const { checkError, localhost, logEvents, mustCall, transcript } = require('../common');

const log = transcript();

freePort((port) => {
  const socket = net.connect(port, localhost);
  logEvents(log, socket, 'socket', ['connect', 'ready', 'end', 'finish', 'error', 'close'],
            (event, args) => (event === 'close' ? String(args[0]) : undefined));
  socket.on('error', mustCall((err) => {
    checkError(err, {
      type: Error,
      name: 'Error',
      message: `connect ECONNREFUSED 127.0.0.1:${port}`,
      code: 'ECONNREFUSED',
      syscall: 'connect',
      address: '127.0.0.1',
      port,
      keys: ['errno', 'code', 'syscall', 'address', 'port'],
    });
    assert.ok(err.errno < 0);
    log('connecting', socket.connecting, 'destroyed', socket.destroyed, 'pending', socket.pending);
    log('remote', socket.remoteAddress, socket.remotePort, 'state', socket.readyState);
    process.nextTick(() => log('tick in error'));
    Promise.resolve().then(() => log('promise in error'));
    setImmediate(() => log('immediate in error'));
  }));
  log('returned', socket.connecting, socket.pending, socket.readyState);
  process.nextTick(() => log('tick'));
  Promise.resolve().then(() => log('promise'));
});
