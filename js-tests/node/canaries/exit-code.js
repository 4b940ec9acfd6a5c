// Sets an exit code and says nothing.
// Verdict: failed
// Says: exit code 3 and no word
'use strict';

require(`${process.env.CANARY_SUITE}/common`);

process.exitCode = 3;
