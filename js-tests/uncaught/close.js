// An exception in a 'close' listener ends the process with a report and code 1.
// Expect-Uncaught: Error: boom
'use strict';

const { pair } = require('../netpair');

pair((client, peer) => {
  client.on('close', () => {
    throw new Error('boom'); // caret: throw
  });
  client.on('close', () => console.log('the second callback ran'));
  peer.on('error', () => {});
  client.destroy();
});
