// A mustCall that is never called.
// Verdict: failed
// Says: Mismatched .* function calls\. Expected exactly 1, actual 0
'use strict';

const common = require(`${process.env.CANARY_SUITE}/common`);

common.mustCall();
