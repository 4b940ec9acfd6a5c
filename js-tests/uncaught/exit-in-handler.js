// process.exit() in the 'uncaughtException' listener ends the process at once
// with that code and no report.
// Expect-Exit: 9
// Expect-Stdout-File: exit-in-handler.golden
'use strict';

process.on('uncaughtException', (err) => {
  console.log('uncaught', err.message);
  process.exit(9);
});
process.on('exit', (code) => console.log('exit', code));
setImmediate(() => { throw new Error('boom'); });
setImmediate(() => console.log('the second callback ran'));
process.nextTick(() => process.nextTick(() => console.log('tick')));
