// destroy() in the 'timeout' listener closes without error; a destroyed socket
// has no more timeouts.
'use strict';

const assert = require('assert');
const { pair } = require('../netpair');
const { mustCall } = require('../common');

pair((client, peer) => {
  peer.on('error', () => {});
  peer.resume();
  client.setTimeout(10);
  client.on('timeout', mustCall(() => {
    client.destroy();
    assert.strictEqual(client.setTimeout(5), client);
  }));
  client.on('close', mustCall((hadError) => {
    assert.strictEqual(hadError, false);
    setTimeout(mustCall(), 20);
  }));
});
