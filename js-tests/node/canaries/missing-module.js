// Requires a module that does not exist.
// Verdict: failed
// Says: Cannot find module
'use strict';

require(`${process.env.CANARY_SUITE}/common`);

require('./there-is-no-such-module');
