// A transcript has no golden.
// Expect-Stdout-File: missing-golden.golden
// Canary: missing-golden\.golden does not exist
'use strict';

console.log('line');
