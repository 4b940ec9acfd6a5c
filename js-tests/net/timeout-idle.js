// setTimeout(ms, cb): 'timeout' comes after that much idleness, again after
// the next, until reset to 0; the socket stays open.
// Expect-Stdout-File: timeout-idle.golden
'use strict';

const { pair } = require('../netpair');
const { mustNotCall, transcript } = require('../common');

const log = transcript();

pair((client, peer) => {
  peer.resume();
  const removed = mustNotCall('removed callback');
  client.setTimeout(1000, removed);
  client.setTimeout(0, removed);
  log('listeners', client.listenerCount('timeout'), client.timeout);
  const started = Date.now();
  let events = 0;
  client.on('timeout', () => {
    log('timeout', ++events, client.destroyed, client.readyState);
    if (events === 2) {
      client.setTimeout(0);
      log('reset', client.timeout);
      setTimeout(() => client.end(), 30);
    }
    if (events > 2) {
      log('one too many');
    }
  });
  log('returns', client.setTimeout(15, () => {
    log('callback, not too early', Date.now() - started >= 14);
    // As nothing happens on the socket, there is no second one without this.
    client.setTimeout(15);
  }) === client, client.timeout, client.listenerCount('timeout'));
  client.on('close', () => log('close'));
});
