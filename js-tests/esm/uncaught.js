// An exception of the top level is reported with its place.
// Expect-Exit: 1
// Expect-Stderr: ^file:.*/uncaught\.js:8\n  if \(fs\) throw new TypeError\(.wrong.\);\n {16}\^\n\nTypeError: wrong\n    at fail \(file:.*/uncaught\.js:8:17\)\n    at file:.*/uncaught\.js:10:16\n
// Expect-Stderr: ^Node\.js v\d
import fs from 'node:fs';

const fail = () => {
  if (fs) throw new TypeError('wrong');
};
export default fail();
