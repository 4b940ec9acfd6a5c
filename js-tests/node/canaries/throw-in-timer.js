// Throws in a timer.
// Verdict: failed
// Says: Error: thrown in a timer
'use strict';

const common = require(`${process.env.CANARY_SUITE}/common`);

setTimeout(common.mustCall(() => { throw new Error('thrown in a timer'); }), 1);
