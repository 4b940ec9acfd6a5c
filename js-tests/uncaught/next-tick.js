// An exception in a nextTick callback ends the process with a report and code 1;
// the next tick does not run.
// Expect-Uncaught: Error: boom
'use strict';

process.nextTick(() => {
  throw new Error('boom'); // caret: throw
});
process.nextTick(() => console.log('the second callback ran'));
Promise.resolve().then(() => console.log('the second callback ran'));
