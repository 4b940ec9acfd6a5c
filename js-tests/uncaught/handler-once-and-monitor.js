// 'uncaughtExceptionMonitor' listeners come first and change nothing; several
// 'uncaughtException' listeners are all called.
// Expect-Stdout-File: handler-once-and-monitor.golden
'use strict';

const { transcript } = require('../common');

const log = transcript();
process.on('uncaughtException', (err) => log('first', err.message));
process.on('uncaughtExceptionMonitor', (err, origin) => log('monitor', err.message, origin));
process.once('uncaughtException', (err) => log('once', err.message));

setImmediate(() => { throw new Error('one'); });
setImmediate(() => { throw new Error('two'); });
