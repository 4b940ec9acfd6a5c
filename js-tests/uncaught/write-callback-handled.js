// An exception in a write callback: the callbacks of later writes still come.
// Expect-Stdout-File: write-callback-handled.golden
'use strict';

const { pair } = require('../netpair');
const { survive, transcript } = require('../common');

const log = transcript();
survive(log);

pair((client, peer) => {
  peer.resume();
  setImmediate(() => {
    client.write('one', () => {
      log('first callback');
      throw new Error('from the first callback');
    });
    client.write('two', () => log('second callback'));
    setImmediate(() => client.end(() => log('end callback')));
  });
  client.on('close', () => log('close'));
});
