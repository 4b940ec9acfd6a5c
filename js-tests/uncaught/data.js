// An exception in a 'data' listener ends the process with a report and code 1;
// the next listener is not called.
// Expect-Uncaught: Error: boom
'use strict';

const { pair } = require('../netpair');

pair((client, peer) => {
  client.on('data', () => {
    throw new Error('boom'); // caret: throw
  });
  client.on('data', () => console.log('the second callback ran'));
  client.on('close', () => console.log('the second callback ran'));
  peer.write('x');
});
