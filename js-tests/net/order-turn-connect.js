// Ticks, microtasks and promises of 'connection', 'connect' and 'ready'.
// 'connect' and 'ready' belong to one callback: nothing runs between them.
// Expect-Stdout-File: order-turn-connect.golden
'use strict';

const net = require('net');
const { localhost, mustCall, transcript, turn } = require('../common');

const serverLog = transcript();
const clientLog = transcript();

const server = net.createServer(mustCall((peer) => {
  turn(serverLog, 'connection');
  peer.resume();
  server.close();
}));
server.listen(0, localhost, mustCall(() => {
  const client = net.connect(server.address().port, localhost);
  client.on('connect', mustCall(() => turn(clientLog, 'connect')));
  client.on('ready', mustCall(() => {
    turn(clientLog, 'ready');
    setTimeout(() => client.end(), 5);
  }));
}));
