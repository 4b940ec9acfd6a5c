// A descriptor that is no terminal is refused, and so is what is no descriptor.
'use strict';

const assert = require('assert');
const common = require('../common');
const tty = require('tty');

for (const fd of [-1, 1.5, 2 ** 40, '0', NaN, undefined, null, {}, 9999]) {
  assert.strictEqual(tty.isatty(fd), false);
}
for (const Class of [tty.ReadStream, tty.WriteStream]) {
  for (const fd of [-1, 1.5, 'x', undefined]) {
    common.throwsError(() => new Class(fd), {
      type: RangeError, code: 'ERR_INVALID_FD', message: `"fd" must be a positive integer: ${fd}`,
    });
  }
  common.throwsError(() => Class(9999), {
    name: 'SystemError', code: 'ERR_TTY_INIT_FAILED',
    message: 'TTY initialization failed: uv_tty_init returned EINVAL (invalid argument)',
  });
  assert.strictEqual(Object.getPrototypeOf(Class), require('net').Socket);
}
