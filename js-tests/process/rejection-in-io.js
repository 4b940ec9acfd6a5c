// A rejection out of an I/O callback is reported after that callback, before
// the next immediate.
// Expect-Stdout-File: rejection-in-io.golden
'use strict';

const { pair } = require('../netpair');
const { transcript } = require('../common');

const log = transcript();
process.on('unhandledRejection', (reason) => log('unhandledRejection', reason.message));

pair((client, peer) => {
  client.on('data', async (chunk) => {
    setImmediate(() => log('immediate'));
    process.nextTick(() => log('tick'));
    log('data', chunk);
    await null;
    log('after await');
    client.end();
    throw new Error('from an async listener');
  });
  peer.resume();
  peer.write('x');
});
