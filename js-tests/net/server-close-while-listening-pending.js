// close() right after listen(), before 'listening': the server never reports
// 'listening' after 'close', and the process ends.
// Expect-Stdout-File: server-close-while-listening-pending.golden
'use strict';

const net = require('net');
const { localhost, logEvents, transcript } = require('../common');

const log = transcript();
const server = net.createServer();

logEvents(log, server, 'server', ['listening', 'close', 'error']);
server.listen(0, localhost);
log('listening', server.listening, server.address() !== null);
server.close((err) => log('callback', err));
log('listening', server.listening, server.address());
