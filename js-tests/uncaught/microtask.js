// An exception in a microtask ends the process with a report and code 1; the
// next tick and the next immediate do not run.
// Expect-Uncaught: Error: boom
'use strict';

queueMicrotask(() => {
  process.nextTick(() => console.log('the second callback ran'));
  throw new Error('boom'); // caret: new
});
setImmediate(() => console.log('the second callback ran'));
