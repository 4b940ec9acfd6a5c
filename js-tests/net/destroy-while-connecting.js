// A socket destroyed while it connects never emits 'connect' or 'error', only
// 'close', and its queued writes fail.
'use strict';

const assert = require('assert');
const net = require('net');
const { freePort, serve } = require('../netpair');
const { expectsError, localhost, mustCall, mustNotCall } = require('../common');

function drop(port, next) {
  const socket = net.connect(port, localhost, mustNotCall('connect'));
  socket.on('error', mustNotCall('error'));
  socket.on('ready', mustNotCall('ready'));
  socket.on('close', mustCall((hadError) => {
    assert.strictEqual(hadError, false);
    next();
  }));
  socket.write('queued', expectsError({ code: 'ERR_SOCKET_CLOSED_BEFORE_CONNECTION' }));
  socket.destroy();
  assert.strictEqual(socket.connecting, false);
  assert.strictEqual(socket.destroyed, true);
  assert.strictEqual(socket.readyState, 'closed');
}

freePort((closedPort) => drop(closedPort, mustCall(() => {
  const server = serve((peer) => peer.on('error', () => {}).resume(), (port) => drop(port, mustCall(() => server.close())));
})));
