// An immediate made in an I/O callback runs before a timer made there, however
// short; immediates made by immediates wait for the next turn of the loop.
// Expect-Stdout-File: order-immediate-before-timer.golden
'use strict';

const { pair } = require('../netpair');
const { transcript } = require('../common');

const log = transcript();

pair((client, peer) => {
  client.once('data', () => {
    setTimeout(() => log('timer'), 0);
    setImmediate(() => {
      log('immediate 1');
      process.nextTick(() => log('tick of immediate 1'));
      Promise.resolve().then(() => log('promise of immediate 1'));
      setImmediate(() => log('immediate of immediate 1'));
    });
    setImmediate(() => log('immediate 2'));
    // The timer is due by the time the immediates have run.
    const until = Date.now() + 3;
    while (Date.now() < until);
    client.end();
  });
  peer.resume();
  peer.write('x');
});
