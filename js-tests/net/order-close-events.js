// The events of both sides from connect to close, in the order each side sees
// them, when the client ends first.
// Expect-Stdout-File: order-close-events.golden
'use strict';

const net = require('net');
const { localhost, logEvents, transcript } = require('../common');

const serverLog = transcript();
const clientLog = transcript();
const socketEvents = ['lookup', 'connect', 'ready', 'data', 'end', 'finish', 'prefinish', 'close', 'error', 'timeout', 'drain'];

const show = (event, args) => {
  if (event === 'data' || event === 'close') {
    return String(args[0]);
  }
  return undefined;
};

const server = net.createServer();
logEvents(serverLog, server, 'server', ['listening', 'connection', 'close', 'error'], () => undefined);
server.on('connection', (peer) => {
  logEvents(serverLog, peer, 'peer', socketEvents, show);
  peer.once('data', () => peer.write('hello back'));
  server.close();
});
server.listen(0, localhost, () => {
  const client = net.connect(server.address().port, localhost);
  logEvents(clientLog, client, 'client', socketEvents.slice(1), show);
  client.write('hello');
  client.once('data', () => client.end());
});
