// listen({fd}) with a number that is no open socket fails with an 'error'
// event.
// Platforms: linux darwin
'use strict';

const net = require('net');
const { expectsError, mustNotCall } = require('../common');

const server = net.createServer(mustNotCall('connection'));
server.on('error', expectsError({ syscall: 'listen', code: 'EINVAL', message: /^listen EINVAL: invalid argument/ }));
server.listen({ fd: 9999 }, mustNotCall('listening'));
