// process.exit() inside an 'exit' listener changes the code and does not start
// another round.
// Expect-Exit: 8
// Expect-Stdout-File: exit-in-exit.golden
'use strict';

process.on('exit', (code) => {
  console.log('exit', code);
  process.exit(8);
});
process.exit(2);
