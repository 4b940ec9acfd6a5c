// ref() undoes unref(): the process waits again.
'use strict';

const assert = require('assert');
const { pair } = require('../netpair');
const { mustCall } = require('../common');

pair((client, peer) => {
  client.unref();
  peer.unref();
  client.unref();
  assert.strictEqual(client.ref(), client);
  client.on('data', mustCall(() => client.destroy()));
  client.on('close', mustCall());
  // Unref'd, so it is the socket that keeps the loop alive until then.
  setTimeout(() => peer.write('x'), 20).unref();
});
