// An exception in an 'exit' listener with an 'uncaughtException' listener: the
// later 'exit' listeners are not called, the exit code stays.
// Expect-Stdout-File: exit-listener-handled.golden
'use strict';

process.on('uncaughtException', (err, origin) => console.log('uncaught', err.message, origin));
process.on('exit', (code) => {
  console.log('first', code);
  throw new Error('from exit');
});
process.on('exit', (code) => console.log('second', code));
