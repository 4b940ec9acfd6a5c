// A rejection nobody handles ends the process.
// Canary: (?s)stderr is not empty.*exit code 1, want 0.*from a promise
'use strict';

Promise.reject(new Error('from a promise'));
