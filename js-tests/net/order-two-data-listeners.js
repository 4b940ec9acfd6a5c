// Ticks and promises queued by one 'data' listener wait until all listeners of
// the event have run.
// Expect-Stdout-File: order-two-data-listeners.golden
'use strict';

const { pair } = require('../netpair');
const { transcript, turn } = require('../common');

const log = transcript();

pair((client, peer) => {
  client.on('data', () => turn(log, 'first'));
  client.on('data', () => turn(log, 'second'));
  client.on('end', () => turn(log, 'end'));
  peer.end('x');
});
