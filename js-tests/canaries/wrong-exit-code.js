// The process ends with another code.
// Expect-Exit: 3
// Canary: exit code 4, want 3
'use strict';

process.exitCode = 4;
