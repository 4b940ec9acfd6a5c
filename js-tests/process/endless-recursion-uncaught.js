// Endless recursion of plain JavaScript reaches 'uncaughtException' as a
// RangeError, and the process goes on.
// Expect-Stdout-File: endless-recursion-uncaught.golden
'use strict';

const { transcript } = require('../common');

const log = transcript();
process.on('uncaughtException', (err) => log(err instanceof RangeError, err.message));

function recurse() {
  return recurse() + 1;
}
setImmediate(recurse);
setImmediate(() => setImmediate(() => log('still alive')));
