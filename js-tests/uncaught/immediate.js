// An exception in an immediate ends the process with a report and code 1; the
// next immediate does not run.
// Expect-Uncaught: Error: boom
'use strict';

setImmediate(() => {
  throw new Error('boom'); // caret: throw
});
setImmediate(() => console.log('the second callback ran'));
