// Data in either direction puts the timeout off.
'use strict';

const assert = require('assert');
const { pair } = require('../netpair');
const { mustCall, mustCallAtLeast } = require('../common');

pair((client, peer) => {
  const idle = 40;
  let rounds = 0;
  let timeouts = 0;
  let expected = 0;
  // A plain timer put off at the same moments: the busier the machine, the later
  // both are.
  const control = setTimeout(() => { expected++; }, idle);
  const active = () => control.refresh();
  client.setTimeout(idle);
  control.refresh();
  client.on('timeout', mustCallAtLeast(() => {
    timeouts++;
    // The two may have been put off in different milliseconds.
    setTimeout(() => {
      assert.ok(timeouts <= expected, `${timeouts} timeouts, but idle ${expected} times`);
      if (rounds === 6) {
        client.destroy();
      }
    }, 10);
  }));
  client.on('data', active);
  peer.on('error', () => {});
  peer.on('data', () => {});
  const timer = setInterval(mustCall(() => {
    if (rounds % 2) {
      client.write('out');
      active();
    } else {
      peer.write('in');
    }
    if (++rounds === 6) {
      clearInterval(timer);
    }
  }, 6), 10);
});
