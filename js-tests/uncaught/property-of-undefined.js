// Reading a property of undefined is reported with its place and what was read;
// the words are the engine's own.
// Expect-Exit: 1
// Expect-Stderr: \A.*property-of-undefined\.js:11\n  nothing\.missing\.more\(\);\n {10}\^\n\n
// Expect-Stderr: ^TypeError: Cannot read propert.*\bmissing\b
// Expect-Stderr: ^    at .*property-of-undefined\.js:11:11\)?$
// Expect-Stderr: ^Node\.js v\d+
'use strict';

setImmediate((nothing) => {
  nothing.missing.more();
});
