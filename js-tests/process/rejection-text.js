// The exception for a rejection without an error tells its code as a property
// alone.
'use strict';

const assert = require('assert');
const { mustCall } = require('../common');

process.on('uncaughtException', mustCall((err, origin) => {
  assert.strictEqual(origin, 'unhandledRejection');
  assert.strictEqual(err.code, 'ERR_UNHANDLED_REJECTION');
  assert.match(String(err), /^UnhandledPromiseRejection: This error originated .* reason "null"\.$/);
}));
Promise.reject(null);
