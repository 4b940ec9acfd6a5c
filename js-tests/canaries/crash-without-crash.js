// A file that must crash ends well.
// Expect-Uncaught: Error: boom
// Canary: (?s)crash report: place is "".*no stack frames.*exit code 0, want 1
'use strict';

if (process.argv.length > 10) {
  throw new Error('boom'); // caret: throw
}
