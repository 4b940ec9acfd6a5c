// The report of an exception in a lowered file shows the line as it was written.
// Expect-Exit: 1
// Expect-Stderr: lowered-uncaught\.js:15$
// Expect-Stderr: ^    throw new Error\('from the loop'\);$
// Expect-Stderr: ^ {10}\^$
// Expect-Stderr: ^    at main \(.*lowered-uncaught\.js:15:11\)$
'use strict';

async function main() {
  // Some text before,


  for await (const x of [1]) {
    if (x > 1) continue;
    throw new Error('from the loop');
  }
}

main();
