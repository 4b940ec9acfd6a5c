// A UNIX path that does not exist is reported later, as ENOENT.
// Platforms: linux darwin
'use strict';

const net = require('net');
const { expectsError, mustCall, mustNotCall, socketPath } = require('../common');

const path = socketPath('nobody');
let returned = false;
const socket = net.connect(path, mustNotCall('connect'));
socket.on('error', expectsError({
  message: `connect ENOENT ${path}`,
  code: 'ENOENT',
  syscall: 'connect',
  address: path,
  port: undefined,
  keys: ['errno', 'code', 'syscall', 'address'],
}));
socket.on('error', mustCall((err) => {
  if (!returned) {
    throw new Error('error before connect() returned');
  }
}));
socket.on('close', mustCall((hadError) => {
  if (hadError !== true) {
    throw new Error('hadError is ' + hadError);
  }
}));
returned = true;
