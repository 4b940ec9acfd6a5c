// exitCode and exit() take an integer, also as a string, and refuse the rest.
// Expect-Exit: 6
// Expect-Stdout-File: exit-code-string.golden
// Needs-Node: 24
'use strict';

for (const bad of [1.5, 'x', '', true, {}, [], NaN, () => {}]) {
  for (const set of [() => { process.exitCode = bad; }, () => process.exit(bad)]) {
    try {
      set();
    } catch (err) {
      console.log(err.name, err.code, err.message.replace(/\s+/g, ' '));
    }
  }
}
for (const good of ['5', 7, null, undefined, '6']) {
  process.exitCode = good;
  console.log(typeof process.exitCode, process.exitCode);
}
