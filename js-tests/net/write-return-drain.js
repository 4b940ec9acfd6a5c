// write() returns true until highWaterMark bytes are waiting, then false, and
// 'drain' comes once when all of them are gone.
// Expect-Stdout-File: write-return-drain.golden
// Needs-Node: 24
'use strict';

const { pair } = require('../netpair');
const { mustCall, transcript } = require('../common');

const log = transcript();
const chunk = Buffer.alloc(8 * 1024 * 1024, 'x');

pair((client, peer) => {
  log('highWaterMark', client.writableHighWaterMark === 65536 || client.writableHighWaterMark);
  log('small', client.write('small'));
  client.once('drain', () => log('drain without need'));
  setImmediate(() => {
    client.removeAllListeners('drain');
    log('idle', client.writableLength, client.writableNeedDrain);
    // More than the system takes while nobody reads.
    log('big', client.write(chunk), client.writableLength > 0, client.writableNeedDrain);
    log('more', client.write('more'), client.writableNeedDrain);
    client.on('drain', mustCall(() => {
      log('drain', client.writableLength, client.writableNeedDrain, client.bufferSize);
      log('after', client.write('after'));
      client.end();
    }));
    let received = 0;
    peer.on('data', (data) => { received += data.length; });
    peer.on('end', () => log('received', received));
  });
});
