// destroy(err) emits 'error' with that very object, then 'close' with hadError
// true; the value need not be an Error.
'use strict';

const assert = require('assert');
const net = require('net');
const { pair } = require('../netpair');
const { mustCall } = require('../common');

pair((client, peer) => {
  const err = new TypeError('of mine');
  let errored = false;
  peer.on('error', () => {});
  client.on('error', mustCall((got) => {
    assert.strictEqual(got, err);
    assert.strictEqual(client.destroyed, true);
    errored = true;
  }));
  client.on('close', mustCall((hadError) => {
    assert.strictEqual(hadError, true);
    assert.strictEqual(errored, true);
  }));
  client.destroy(err);
  assert.strictEqual(errored, false);
  assert.strictEqual(client.errored, err);
});

// The same on a socket that never connected.
const idle = new net.Socket();
const plain = { not: 'an Error' };
idle.on('error', mustCall((got) => assert.strictEqual(got, plain)));
// With no handle to close there is no hadError either.
idle.on('close', mustCall((...args) => assert.strictEqual(args[0], undefined)));
idle.destroy(plain);
