// Data in either direction puts the timeout off.
'use strict';

const assert = require('assert');
const { pair } = require('../netpair');
const { mustCall, mustCallAtLeast } = require('../common');

pair((client, peer) => {
  let lastActivity = Date.now();
  let rounds = 0;
  const active = () => { lastActivity = Date.now(); };
  client.setTimeout(40);
  client.on('timeout', mustCallAtLeast(() => {
    // A busy machine may delay the rounds; an early timeout is still wrong.
    assert.ok(Date.now() - lastActivity >= 38, 'timeout after ' + (Date.now() - lastActivity));
    if (rounds === 6) {
      client.end();
    }
  }));
  client.on('data', active);
  peer.on('data', () => {});
  const timer = setInterval(mustCall(() => {
    active();
    if (rounds % 2) {
      client.write('out');
    } else {
      peer.write('in');
    }
    if (++rounds === 6) {
      clearInterval(timer);
    }
  }, 6), 10);
});
