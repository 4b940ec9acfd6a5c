// destroy() emits 'close' once, later, with no 'end' and no 'finish'; the peer
// sees a plain end.
// Expect-Stdout-File: order-destroy-events.golden
'use strict';

const { pair } = require('../netpair');
const { logEvents, transcript } = require('../common');

const clientLog = transcript();
const peerLog = transcript();
const events = ['end', 'finish', 'error', 'close'];

pair((client, peer) => {
  logEvents(clientLog, client, 'client', events);
  logEvents(peerLog, peer, 'peer', events);
  peer.resume();
  client.on('close', (hadError) => {
    clientLog('hadError', hadError, 'destroyed', client.destroyed, 'closed', client.closed);
  });
  clientLog('returns this', client.destroy() === client);
  clientLog('destroyed', client.destroyed, 'closed', client.closed);
  client.destroy();
  process.nextTick(() => clientLog('tick'));
  Promise.resolve().then(() => clientLog('promise'));
  setImmediate(() => clientLog('immediate'));
});
