// Ticks, microtasks, promises and immediates queued in each kind of network
// callback run in Node's order: ticks, then promises, then immediates.
// Expect-Stdout-File: order-turn-connection.golden
'use strict';

const net = require('net');
const { localhost, mustCall, transcript, turn } = require('../common');

const clientLog = transcript();
const serverLog = transcript();

// later runs fn when everything queued so far has run.
const later = (fn) => setImmediate(setImmediate, fn);

const server = net.createServer({ allowHalfOpen: true });
server.listen(0, localhost, mustCall(() => {
  turn(serverLog, 'listening');
  later(connect);
}));

function connect() {
  const client = net.connect(server.address().port, localhost);
  server.on('connection', mustCall((peer) => {
    turn(serverLog, 'connection');
    later(() => end(client, peer));
  }));
}

function end(client, peer) {
  peer.resume();
  client.resume();
  client.end(mustCall(() => turn(clientLog, 'finish')));
  peer.on('end', mustCall(() => {
    turn(serverLog, 'peer end');
    later(() => peer.end());
  }));
  client.on('close', mustCall(() => turn(clientLog, 'close')));
  peer.on('close', mustCall(() => {
    turn(serverLog, 'peer close');
    server.close(mustCall(() => turn(serverLog, 'server close')));
  }));
}
