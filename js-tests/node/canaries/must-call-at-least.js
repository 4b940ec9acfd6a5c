// A mustCallAtLeast that is called too seldom.
// Verdict: failed
// Says: Mismatched .* function calls\. Expected at least 2, actual 1
'use strict';

const common = require(`${process.env.CANARY_SUITE}/common`);

common.mustCallAtLeast(() => {}, 2)();
