// Exceptions in the 'close' listeners of both sockets of a connection destroyed in
// one callback: each reaches the listener, in order.
// Expect-Stdout-File: close-connected-handled.golden
'use strict';

const { pair } = require('../netpair');
const { survive, transcript } = require('../common');

const log = transcript();
survive(log);

pair((client, peer) => {
  for (const [name, socket] of [['client', client], ['peer', peer]]) {
    socket.on('error', () => {});
    socket.on('close', () => {
      log(name, 'close');
      process.nextTick(() => log('tick of', name));
      throw new Error('from close of ' + name);
    });
  }
  setImmediate(() => {
    client.destroy();
    peer.destroy();
    process.nextTick(() => log('tick of destroy'));
    setImmediate(() => log('immediate of destroy'));
  });
});
