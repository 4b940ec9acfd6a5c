// Listening on a path in a folder that may not be entered fails with EACCES.
// Platforms: linux darwin
// Process: own (gives up the rights of root)
'use strict';

const net = require('net');
const path = require('path');
const { expectsError, mustNotCall, tmpdir } = require('../common');

const address = path.join(tmpdir(), 'denied', 'socket');
if (process.getuid() === 0) {
  process.setgid(65534);
  process.setuid(65534);
}
const server = net.createServer();
server.on('error', expectsError({
  message: `listen EACCES: permission denied ${address}`,
  code: 'EACCES',
  syscall: 'listen',
  address,
  keys: ['code', 'errno', 'syscall', 'address', 'port'],
}));
server.listen(address, mustNotCall('listening'));
