// A rejection that nobody handles.
// Verdict: failed
// Says: Error: rejected by nobody
'use strict';

require(`${process.env.CANARY_SUITE}/common`);

Promise.reject(new Error('rejected by nobody'));
