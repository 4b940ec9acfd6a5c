// Exits with code 0 before its mustCall is called.
// Verdict: failed
// Says: Mismatched .* function calls\. Expected exactly 1, actual 0
'use strict';

const common = require(`${process.env.CANARY_SUITE}/common`);

setTimeout(common.mustCall(), 60_000);
setImmediate(() => process.exit(0));
