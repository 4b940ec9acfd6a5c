// After destroy() in the 'connect' listener 'ready' still comes, as it belongs
// to the same callback; 'data' and 'end' do not.
// Expect-Stdout-File: destroy-in-connect-listener.golden
'use strict';

const net = require('net');
const { serve } = require('../netpair');
const { localhost, logEvents, transcript } = require('../common');

const log = transcript();

const server = serve((peer) => {
  peer.on('error', () => {});
  peer.resume();
  peer.write('unread');
  peer.on('close', () => server.close());
}, (port) => {
  const client = net.connect(port, localhost);
  client.on('connect', () => client.destroy());
  logEvents(log, client, 'client', ['connect', 'ready', 'data', 'end', 'finish', 'error', 'close']);
});
