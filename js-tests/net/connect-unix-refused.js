// Connecting to a file that is no socket is reported later, as ECONNREFUSED.
// Platforms: linux
'use strict';

const net = require('net');
const { expectsError, mustCall, mustNotCall } = require('../common');

const socket = net.createConnection({ path: __filename }, mustNotCall('connect'));
socket.on('error', expectsError({
  message: `connect ECONNREFUSED ${__filename}`,
  code: 'ECONNREFUSED',
  syscall: 'connect',
  address: __filename,
  keys: ['errno', 'code', 'syscall', 'address'],
}));
socket.on('close', mustCall());
