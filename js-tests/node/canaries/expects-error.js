// An error that is not the one expectsError describes.
// Verdict: failed
// Says: ERR_ASSERTION
'use strict';

const common = require(`${process.env.CANARY_SUITE}/common`);

common.expectsError({ code: 'ERR_ONE' })(Object.assign(new Error('x'), { code: 'ERR_OTHER' }));
