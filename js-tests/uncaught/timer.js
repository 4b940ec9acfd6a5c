// An exception in a timer ends the process with a report and code 1; the next
// timer does not run.
// Expect-Uncaught: Error: boom
'use strict';

setTimeout(() => {
  throw new Error('boom'); // caret: throw
}, 1);
setTimeout(() => console.log('the second callback ran'), 1);
