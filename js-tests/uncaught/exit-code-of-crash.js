// process.exitCode does not hide a crash: 'exit' listeners see code 1, and may
// set another one.
// Expect-Exit: 5
// Expect-Stderr: ^Error: boom$
// Expect-Stdout-File: exit-code-of-crash.golden
'use strict';

process.exitCode = 3;
process.on('exit', (code) => {
  console.log('exit', code, process.exitCode);
  process.exitCode = 5;
});
setImmediate(() => { throw new Error('boom'); });
