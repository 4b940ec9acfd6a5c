// Skips itself: that is no pass.
// Verdict: skipped
// Says: the reason of the canary
'use strict';

const common = require(`${process.env.CANARY_SUITE}/common`);

common.skip('the reason of the canary');
