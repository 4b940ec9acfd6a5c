// A UNIX path longer than the system allows fails with EINVAL, not with a
// truncated name.
// Platforms: linux
// Needs-Node: 24
'use strict';

const net = require('net');
const { expectsError, mustCall, mustNotCall } = require('../common');

const path = '/' + 'x'.repeat(200);

const socket = new net.Socket();
socket.on('connect', mustNotCall('connect'));
socket.on('error', expectsError({ code: 'EINVAL', syscall: 'connect', address: path, message: /^connect EINVAL \/x{200}/ }));
socket.on('close', mustCall());
socket.connect(path);
