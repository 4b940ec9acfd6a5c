// A warning is printed that the header does not announce.
// Canary: stderr is not empty
'use strict';

console.error('surprise');
