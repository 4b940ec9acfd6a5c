// process.exitCode is the exit code when the process ends by itself; 'exit'
// listeners may still change it.
// Expect-Exit: 12
// Expect-Stdout-File: exit-code.golden
'use strict';

console.log(process.exitCode);
process.exitCode = 10;
process.on('exit', (code) => {
  console.log('first', code, process.exitCode);
  process.exitCode = 11;
});
process.on('exit', (code) => {
  console.log('second', code, process.exitCode);
  process.exitCode = 12;
});
