// An exception of the main script with an 'uncaughtException' listener: what the
// script queued before still runs.
// Expect-Stdout-File: main-script-handled.golden
'use strict';

const { survive, transcript } = require('../common');

const log = transcript();
survive(log);

setImmediate(() => log('immediate'));
process.nextTick(() => log('tick'));
Promise.resolve().then(() => log('promise'));
log('main');
throw new Error('from the main script');
