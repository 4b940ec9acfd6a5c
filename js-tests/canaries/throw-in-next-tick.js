// An exception in a nextTick callback ends the process.
// Canary: (?s)stderr is not empty.*exit code 1, want 0.*from a tick
'use strict';

process.nextTick(() => { throw new Error('from a tick'); });
