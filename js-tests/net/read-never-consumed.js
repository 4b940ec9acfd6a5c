// A socket nobody reads from never ends or closes by itself, as the data might
// still be wanted.
'use strict';

const assert = require('assert');
const { pair } = require('../netpair');
const { mustCall, mustNotCall } = require('../common');

pair((client, peer) => {
  client.on('end', mustNotCall('end'));
  const early = mustNotCall('close');
  client.on('close', early);
  peer.end('nobody reads this');
  setTimeout(mustCall(() => {
    assert.strictEqual(client.destroyed, false);
    client.removeListener('close', early);
    client.on('close', mustCall());
    client.destroy();
    peer.on('error', () => {});
    peer.resume();
  }), 20);
});
