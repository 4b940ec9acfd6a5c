// An exception in a promise reaction that nobody catches ends the process with a
// report and code 1.
// Expect-Uncaught: Error: boom
'use strict';

setImmediate(() => console.log('the second callback ran'));
Promise.resolve().then(() => {
  throw new Error('boom'); // caret: new
});
