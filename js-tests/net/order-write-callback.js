// The callback of a write the system took at once comes by nextTick, after
// ticks queued before the write and before promises.
// Expect-Stdout-File: order-write-callback.golden
'use strict';

const { pair } = require('../netpair');
const { transcript } = require('../common');

const log = transcript();

pair((client, peer) => {
  peer.resume();
  setImmediate(() => {
    Promise.resolve().then(() => log('promise before'));
    process.nextTick(() => log('tick before'));
    log('returned', client.write('one', () => {
      log('written one');
      process.nextTick(() => log('tick in callback'));
      Promise.resolve().then(() => log('promise in callback'));
    }));
    log('returned', client.write('two', () => log('written two')));
    process.nextTick(() => log('tick after'));
    Promise.resolve().then(() => log('promise after'));
    setImmediate(() => {
      log('immediate');
      client.end(() => log('ended'));
    });
  });
});
