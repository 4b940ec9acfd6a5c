// An exception in an async function that nobody catches ends the process with a
// report and code 1.
// Expect-Uncaught: Error: boom
'use strict';

async function work() {
  await null;
  throw new Error('boom'); // caret: new
}
setImmediate(() => console.log('the second callback ran'));
work();
