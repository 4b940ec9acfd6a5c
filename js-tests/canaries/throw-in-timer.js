// An exception in a timer ends the process.
// Canary: (?s)stderr is not empty.*exit code 1, want 0.*from a timer
'use strict';

setTimeout(() => { throw new Error('from a timer'); }, 1);
