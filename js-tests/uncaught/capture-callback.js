// process.setUncaughtExceptionCaptureCallback gets exceptions before any
// listener, until it is reset.
// Expect-Stdout-File: capture-callback.golden
'use strict';

const { transcript } = require('../common');

const log = transcript();
process.on('uncaughtException', (err) => log('listener', err.message));
log(process.hasUncaughtExceptionCaptureCallback());
process.setUncaughtExceptionCaptureCallback((err) => {
  log('captured', err.message);
  process.setUncaughtExceptionCaptureCallback(null);
});
log(process.hasUncaughtExceptionCaptureCallback());
setImmediate(() => { throw new Error('one'); });
setImmediate(() => { throw new Error('two'); });
