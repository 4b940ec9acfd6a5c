// count, countReset, assert, table, dirxml, and methods without `this`.
// Expect-Stdout-File: counters.golden
// Expect-Stderr: ^Assertion failed$
// Expect-Stderr: ^Assertion failed: with text 5$
'use strict';

const { log, count } = console;

count();
count('named');
count();
console.countReset();
count();
console.assert(true, 'not printed');
console.assert(false);
console.assert(0, 'with text %d', 5);
console.table([{ a: 1, b: 'x' }, { a: 2, c: true }]);
console.table([[1, 2], [3, 4]]);
console.table([{ a: 1, b: 2 }], ['b']);
console.table('no table');
console.dirxml({ a: 1 }, [2]);
log('detached');
log(Object.keys(console).sort().filter((k) => typeof console[k] === 'function').join().includes('log'), console.log.name, console.log.length);
