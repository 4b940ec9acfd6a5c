// Throws in the listener for uncaught exceptions.
// Verdict: failed
// Says: Error: thrown by the listener
'use strict';

const common = require(`${process.env.CANARY_SUITE}/common`);

process.on('uncaughtException', common.mustCall(() => { throw new Error('thrown by the listener'); }));
throw new Error('the first one');
