// A mustCall that is called once too often.
// Verdict: failed
// Says: Mismatched .* function calls\. Expected exactly 1, actual 2
'use strict';

const common = require(`${process.env.CANARY_SUITE}/common`);

const once = common.mustCall();
once();
once();
