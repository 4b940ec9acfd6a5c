// A UNIX path in a folder that may not be entered is reported later, as EACCES.
// Platforms: linux darwin
// Process: own (gives up the rights of root)
'use strict';

const net = require('net');
const path = require('path');
const { expectsError, mustCall, mustNotCall, tmpdir } = require('../common');

const address = path.join(tmpdir(), 'denied', 'socket');
if (process.getuid() === 0) {
  process.setgid(65534);
  process.setuid(65534);
}
const socket = net.connect({ path: address }, mustNotCall('connect'));
socket.on('error', expectsError({
  message: `connect EACCES ${address}`,
  code: 'EACCES',
  syscall: 'connect',
  address,
  keys: ['errno', 'code', 'syscall', 'address'],
}));
socket.on('close', mustCall());
