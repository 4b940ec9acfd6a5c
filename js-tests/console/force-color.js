// The variable FORCE_COLOR colours what the console prints, on a pipe too.
// Expect-Stdout-File: force-color.golden
// Env: FORCE_COLOR=1
'use strict';

require('../common');

console.log({ a: 'text', b: [1, null, undefined, true] });
console.log('%o %s', { c: Symbol('s') }, 'plain');
