// Modules that import each other: functions are there from the beginning,
// other names when their declaration has run.
// Expect-Stdout-File: cycles.golden
import { log, value, change, hoisted, self } from './fixtures/cycle/a.mjs';
import Default from './fixtures/cycle/a.mjs';
import { readA } from './fixtures/cycle/b.mjs';

console.log(log);
console.log(value, readA(), hoisted(), Default.name);
change();
console.log(value, readA(), self.value, self.self === self);
