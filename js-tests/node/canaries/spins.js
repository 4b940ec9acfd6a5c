// Never returns to the loop.
// Verdict: failed
// Says: no end within 3s
// Limit: 3s
'use strict';

require(`${process.env.CANARY_SUITE}/common`);

for (;;);
