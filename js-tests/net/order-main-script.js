// What the main script queues around listen() and connect() runs in Node's
// order: ticks and promises before any network event.
// Expect-Stdout-File: order-main-script.golden
'use strict';

const net = require('net');
const { localhost, transcript } = require('../common');

const log = transcript();
const clientLog = transcript();

const server = net.createServer((peer) => {
  log('connection');
  peer.end();
  server.close(() => log('server closed'));
});
process.nextTick(() => log('tick before listen'));
Promise.resolve().then(() => log('promise before listen'));
server.listen(0, localhost, () => {
  log('listening');
  process.nextTick(() => log('tick before connect'));
  const client = net.connect(server.address().port, localhost, () => clientLog('connected'));
  process.nextTick(() => log('tick after connect'));
  Promise.resolve().then(() => log('promise after connect'));
  client.resume();
  log('connect returned', client.connecting);
});
process.nextTick(() => log('tick after listen'));
Promise.resolve().then(() => log('promise after listen'));
log('main script ends');
