// Something is printed that the header does not announce.
// Canary: stdout is not empty
'use strict';

console.log('surprise');
