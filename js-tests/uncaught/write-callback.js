// An exception in a write callback ends the process with a report and code 1.
// Expect-Uncaught: Error: boom
'use strict';

const { pair } = require('../netpair');

pair((client, peer) => {
  client.write('x', () => {
    throw new Error('boom'); // caret: throw
  });
  client.write('y', () => console.log('the second callback ran'));
});
