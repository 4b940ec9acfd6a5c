// A mustNotCall that is called.
// Verdict: failed
// Says: function should not have been called
'use strict';

const common = require(`${process.env.CANARY_SUITE}/common`);

setImmediate(common.mustNotCall());
