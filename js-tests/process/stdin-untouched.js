// A stdin that nobody reads does not keep the process alive.
// Stdin: "never read"
// Process: own (has standard input of its own)
'use strict';

process.stdin.pause();
setTimeout(() => {}, 5);
