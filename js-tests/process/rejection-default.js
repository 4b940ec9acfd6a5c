// A rejection that nobody handles ends the process: other promises and ticks
// of that turn still run, the next immediate does not.
// Expect-Exit: 1
// Expect-Stderr: ^Error: boom$
// Expect-Stderr: ^Node\.js v\d+
// Expect-Stdout-File: rejection-default.golden
'use strict';

process.on('exit', (code) => console.log('exit', code));
setImmediate(() => console.log('immediate'));
Promise.reject(new Error('boom'));
Promise.resolve().then(() => console.log('promise'));
process.nextTick(() => console.log('tick'));
