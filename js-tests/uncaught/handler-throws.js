// An exception in the 'uncaughtException' listener ends the process with
// code 7 and the report of the second exception.
// Expect-Exit: 7
// Expect-Stderr: ^Error: second$
// Expect-Stdout-File: handler-throws.golden
'use strict';

process.on('uncaughtException', (err) => {
  console.log('uncaught', err.message);
  throw new Error('second');
});
process.on('exit', (code) => console.log('exit', code));
setImmediate(() => { throw new Error('first'); });
setImmediate(() => console.log('the second callback ran'));
