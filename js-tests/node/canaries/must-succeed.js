// A mustSucceed that is handed an error.
// Verdict: failed
// Says: Error: handed to mustSucceed
'use strict';

const common = require(`${process.env.CANARY_SUITE}/common`);

setImmediate(common.mustSucceed(), new Error('handed to mustSucceed'));
