// An exception in an 'exit' listener ends the process with a report and code 1;
// the next listener is not called.
// Expect-Uncaught: Error: boom
'use strict';

process.on('exit', () => {
  throw new Error('boom'); // caret: throw
});
process.on('exit', () => console.log('the second callback ran'));
