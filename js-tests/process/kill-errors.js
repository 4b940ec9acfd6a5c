// process.kill with wrong arguments and without a target.
// Expect-Stdout-File: kill-errors.golden
// Platforms: linux darwin
'use strict';

const { transcript } = require('../common');

const log = transcript();

for (const args of [['x'], [undefined], [{}], [process.pid, 'SIGNONE'], [process.pid, 'sigterm'], [process.pid, 999], [2147483646, 0]]) {
  try {
    process.kill(...args);
    log('no error');
  } catch (err) {
    log(err.name, err.code, err.message.replace(String(process.pid), 'PID'), err.syscall);
  }
}
