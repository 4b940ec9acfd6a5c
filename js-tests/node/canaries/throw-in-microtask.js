// Throws in a microtask.
// Verdict: failed
// Says: Error: thrown in a microtask
'use strict';

const common = require(`${process.env.CANARY_SUITE}/common`);

queueMicrotask(common.mustCall(() => { throw new Error('thrown in a microtask'); }));
