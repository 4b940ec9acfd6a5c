// A capture callback and domains exclude each other
'use strict';
const assert = require('assert');

process.setUncaughtExceptionCaptureCallback(() => {});
assert.throws(() => require('domain'), { code: 'ERR_DOMAIN_CALLBACK_NOT_AVAILABLE', name: 'Error' });
process.setUncaughtExceptionCaptureCallback(null);
require('domain');
assert.throws(() => process.setUncaughtExceptionCaptureCallback(() => {}), (err) => {
  assert.strictEqual(err.code, 'ERR_DOMAIN_CANNOT_SET_UNCAUGHT_EXCEPTION_CAPTURE');
  assert.match(err.stack, /-{40}\nError: require\(`domain`\) at this point/);
  return true;
});
