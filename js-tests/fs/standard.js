// The standard streams by their numbers.
// Stdin: "first line\nsecond\n"
// Expect-Stdout: ^by number$
// Expect-Stdout: ^first line-second-$
// Expect-Stderr: ^to stderr$
'use strict';

const fs = require('fs');

fs.writeSync(1, 'by number\n');
fs.writeSync(2, Buffer.from('to stderr\n'));
const input = fs.readFileSync(0, 'utf8');
fs.writeFileSync(1, input.split('\n').join('-') + '\n');
fs.fsync(0, () => {});
if (fs.readFileSync(0).length !== 0) process.exitCode = 3;
