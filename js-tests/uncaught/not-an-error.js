// A thrown value that is no Error is shown by itself, with its place.
// Expect-Exit: 1
// Expect-Stderr: \A\n.*not-an-error\.js:7\nsetImmediate\(\(\) => \{ throw .*\n {21}\^\n\{ answer: 42 \}\n
// Expect-Stderr: ^Node\.js v\d+
'use strict';

setImmediate(() => { throw { answer: 42 }; });
