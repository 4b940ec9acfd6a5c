// An AbortSignal given to listen() closes the server; one already aborted does
// so at once.
'use strict';

const net = require('net');
const { localhost, mustCall, mustNotCall } = require('../common');

const controller = new AbortController();
const server = net.createServer();
server.on('error', mustNotCall('error'));
server.on('close', mustCall());
server.listen({ port: 0, host: localhost, signal: controller.signal }, mustCall(() => controller.abort()));

const early = net.createServer();
early.on('listening', mustNotCall('listening'));
early.on('close', mustCall());
early.listen({ port: 0, host: localhost, signal: AbortSignal.abort() });
