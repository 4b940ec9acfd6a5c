// A crash report names another line than the marked one.
// Expect-Uncaught: Error: boom
// Canary: crash report: place is ".*crash-wrong-line\.js:6", want ".*crash-wrong-line\.js:7"
'use strict';

setImmediate(() => { throw new Error('boom'); });
setImmediate(() => { throw new Error('boom'); }); // caret: throw
