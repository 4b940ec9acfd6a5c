// Throws in an immediate.
// Verdict: failed
// Says: Error: thrown in an immediate
'use strict';

const common = require(`${process.env.CANARY_SUITE}/common`);

setImmediate(common.mustCall(() => { throw new Error('thrown in an immediate'); }));
