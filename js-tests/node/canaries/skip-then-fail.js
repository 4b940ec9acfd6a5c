// Prints the line of a skipped test and fails nevertheless.
// Verdict: failed
// Says: Error: after the skip line
'use strict';

const common = require(`${process.env.CANARY_SUITE}/common`);

common.printSkipMessage('not true');
throw new Error('after the skip line');
