// An exception in the 'unhandledRejection' listener is an uncaught exception.
// Expect-Stdout-File: rejection-handler-throws.golden
'use strict';

const { transcript } = require('../common');

const log = transcript();
process.on('unhandledRejection', (reason) => {
  log('unhandledRejection', reason);
  throw new Error('from the listener of ' + reason);
});
process.on('uncaughtException', (err, origin) => log('uncaughtException', err.message, origin));
Promise.reject('first');
setImmediate(() => log('immediate'));
