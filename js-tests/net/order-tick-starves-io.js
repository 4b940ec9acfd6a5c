// Ticks and promises that queue more of themselves all run before the next
// immediate, timer or I/O callback.
// Expect-Stdout-File: order-tick-starves-io.golden
'use strict';

const { pair } = require('../netpair');
const { transcript } = require('../common');

const log = transcript();

pair((client, peer) => {
  client.once('data', () => {
    setImmediate(() => log('immediate'));
    let n = 0;
    process.nextTick(function again() {
      log('tick', n);
      Promise.resolve().then(() => {
        log('promise of tick', n);
        process.nextTick(() => log('tick of promise'));
      });
      if (++n < 3) {
        process.nextTick(again);
      }
    });
    Promise.resolve().then(() => log('promise 1')).then(() => {
      log('promise 2');
      process.nextTick(() => log('tick of promise 2'));
    }).then(() => log('promise 3'));
    client.end();
  });
  peer.resume();
  peer.write('x');
});
