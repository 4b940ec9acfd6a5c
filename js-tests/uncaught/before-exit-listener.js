// An exception in a 'beforeExit' listener ends the process with a report and
// code 1.
// Expect-Uncaught: Error: boom
'use strict';

process.on('beforeExit', () => {
  throw new Error('boom'); // caret: throw
});
process.on('beforeExit', () => console.log('the second callback ran'));
