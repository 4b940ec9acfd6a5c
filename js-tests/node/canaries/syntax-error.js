// Cannot be parsed.
// Verdict: failed
// Says: SyntaxError
'use strict';

require(`${process.env.CANARY_SUITE}/common`);

const = 1;
