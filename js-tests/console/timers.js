// console.time, timeLog and timeEnd.
// Expect-Stdout: \Adefault: [\d.]+m?s\nnamed: [\d.]+m?s with 1 \{ a: 2 \}\nnamed: [\d.]+m?s\n\z
// Expect-Stderr: No such label 'named' for console\.timeEnd\(\)
'use strict';

console.time();
console.time('named');
console.timeEnd();
console.timeLog('named', 'with', 1, { a: 2 });
console.timeEnd('named');
console.timeEnd('named');
