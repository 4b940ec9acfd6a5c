// Throws in an exit listener.
// Verdict: failed
// Says: Error: thrown at exit
'use strict';

require(`${process.env.CANARY_SUITE}/common`);

process.on('exit', () => { throw new Error('thrown at exit'); });
