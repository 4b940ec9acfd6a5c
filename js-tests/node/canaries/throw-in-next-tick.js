// Throws in a nextTick callback.
// Verdict: failed
// Says: Error: thrown in nextTick
'use strict';

const common = require(`${process.env.CANARY_SUITE}/common`);

process.nextTick(common.mustCall(() => { throw new Error('thrown in nextTick'); }));
