// The announced text does not come on stderr.
// Expect-Exit: 3
// Expect-Stderr: ^announced$
// Canary: stderr does not match \^announced\$
'use strict';

console.error('not what was announced');
process.exitCode = 3;
