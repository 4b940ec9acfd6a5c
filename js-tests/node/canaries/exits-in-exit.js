// Exits with another code in its last listener.
// Verdict: failed
// Says: exit code 4 and no word
'use strict';

require(`${process.env.CANARY_SUITE}/common`);

process.on('exit', () => process.exit(4));
