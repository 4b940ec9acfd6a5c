// A top-level await that never settles ends the program with its own code.
// Expect-Exit: 13
// Expect-Stdout: ^exit 13$
// Expect-Stderr: ^Warning: Detected unsettled top-level await at file://.*unsettled\.js:8\n  await new Promise\(\(\) => \{\}\);\n  \^$
process.on('exit', (code) => console.log('exit', code));
const wait = true;
if (wait)
  await new Promise(() => {});
console.log('never');
