// An exception of the main script ends the process with a report and code 1;
// nothing it queued runs, but 'exit' listeners do.
// Expect-Uncaught: Error: boom
// Expect-Stdout-File: main-script.golden
'use strict';

process.on('exit', (code) => console.log('exit', code, process.exitCode));
process.nextTick(() => console.log('tick'));
setImmediate(() => console.log('immediate'));
Promise.resolve().then(() => console.log('promise'));

function inner() {
  throw new Error('boom'); // caret: throw
}
inner();
