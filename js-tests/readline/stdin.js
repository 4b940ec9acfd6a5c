// The lines of a pipe, and a question on it.
// Stdin: "first\nsecond\nthird\nlast"
// Expect-Stdout-File: stdin.golden
'use strict';

const readline = require('readline');

const rl = readline.createInterface({ input: process.stdin, output: process.stdout });
rl.question('name? ', (answer) => {
  console.log(answer);
  rl.prompt();
});
rl.on('line', (line) => {
  console.log(line);
  rl.setPrompt('next ');
  rl.prompt();
});
rl.on('close', () => console.log('closed', rl.terminal));
