// An exception in a 'data' listener: later listeners of that event are not
// called, the socket goes on, the next 'data' is not lost.
// Expect-Stdout-File: data-handled.golden
'use strict';

const { pair } = require('../netpair');
const { survive, transcript } = require('../common');

const log = transcript();
survive(log);

pair((client, peer) => {
  let n = 0;
  client.on('data', (chunk) => {
    log('first listener', chunk, ++n);
    process.nextTick(() => log('tick of data'));
    Promise.resolve().then(() => log('promise of data'));
    setImmediate(() => {
      log('immediate of data', client.destroyed);
      if (n === 1) {
        peer.end('again');
      }
    });
    throw new Error('from data ' + n);
  });
  client.on('data', () => log('second listener'));
  client.on('end', () => log('end'));
  client.on('close', (hadError) => log('close', hadError));
  peer.write('once');
});
