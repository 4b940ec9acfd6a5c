// An exception in an interval ends the process with a report and code 1.
// Expect-Uncaught: Error: boom
'use strict';

setInterval(() => {
  throw new Error('boom'); // caret: throw
}, 1);
setInterval(() => console.log('the second callback ran'), 1);
