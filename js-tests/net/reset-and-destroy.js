// resetAndDestroy() resets: the peer gets ECONNRESET from its read, the near
// side just 'close'.
// Expect-Stdout-File: reset-and-destroy.golden
'use strict';

const { pair } = require('../netpair');
const { logEvents, transcript } = require('../common');

const clientLog = transcript();
const peerLog = transcript();
const show = (event, args) => (event === 'error' ?
  [args[0].message, args[0].code, args[0].syscall, args[0].errno < 0, Object.keys(args[0])].join(' ') : args[0]);

pair((client, peer) => {
  logEvents(clientLog, client, 'client', ['end', 'finish', 'error', 'close'], show);
  logEvents(peerLog, peer, 'peer', ['end', 'finish', 'error', 'close'], show);
  peer.resume();
  clientLog('returns this', client.resetAndDestroy() === client, client.destroyed);
});
