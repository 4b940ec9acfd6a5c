// The report of an exception in a lowered file shows the line as it was written.
// Expect-Exit: 1
// Expect-Stderr: lowered-uncaught\.js:12\n {4}throw new Error\('from the loop'\);\n {4}\^\n\nError: from the loop\n {4}at main \(.*lowered-uncaught\.js:12:11\)
'use strict';

async function main() {
  // Some text before,


  for await (const x of [1]) {
    if (x > 1) continue;
    throw new Error('from the loop');
  }
}

main();
