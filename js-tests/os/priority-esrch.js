// A failure of the system is a SystemError with info.
'use strict';

const assert = require('assert');
const os = require('os');

for (const [fn, syscall] of [
  [() => os.setPriority(2147483646, 0), 'uv_os_setpriority'],
  [() => os.getPriority(2147483646), 'uv_os_getpriority'],
]) {
  let err;
  try {
    fn();
  } catch (e) {
    err = e;
  }
  assert.strictEqual(err.name, 'SystemError');
  assert.strictEqual(err.code, 'ERR_SYSTEM_ERROR');
  assert.strictEqual(err.message, `A system error occurred: ${syscall} returned ESRCH (no such process)`);
  assert.strictEqual(`${err}`, `SystemError [ERR_SYSTEM_ERROR]: ${err.message}`);
  assert.deepStrictEqual(err.info, { errno: -3, code: 'ESRCH', message: 'no such process', syscall });
  assert.deepStrictEqual([err.errno, err.syscall], [-3, syscall]);
  err.syscall = 'changed';
  assert.strictEqual(err.info.syscall, 'changed');
}
