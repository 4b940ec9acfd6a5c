// A hook that throws ends the script, whoever listens for exceptions; 'exit' is
// emitted all the same
// Expect-Exit: 1
// Expect-Stdout: ^exit 1$
// Expect-Stderr: ^Error: from the hook$
'use strict';
const { createHook, AsyncResource } = require('async_hooks');

process.on('uncaughtException', () => console.log('never'));
process.on('exit', (code) => console.log('exit', code));
createHook({
  init(id, type) {
    if (type === 'X') throw new Error('from the hook');
  },
}).enable();
new AsyncResource('X');
console.log('never');
