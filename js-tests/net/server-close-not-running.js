// close() of a server that does not listen calls back with
// ERR_SERVER_NOT_RUNNING and still emits 'close'.
// Expect-Stdout-File: server-close-not-running.golden
'use strict';

const net = require('net');
const { transcript } = require('../common');

const log = transcript();
const server = net.createServer();

server.on('close', () => log('close event'));
server.on('error', () => log('error event'));
log(server.close((err) => log('callback', err.name, err.code, err.message)) === server);
server.close();
process.nextTick(() => log('tick'));
