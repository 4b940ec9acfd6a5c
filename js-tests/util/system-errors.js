// getSystemErrorName, getSystemErrorMessage, getSystemErrorMap and the old
// makers of system errors.
// Expect-Stdout-File: system-errors.golden
// Platforms: linux
// Needs-Node: 24
'use strict';

const util = require('util');
const { transcript } = require('../common');

const log = transcript();

function attempt(fn) {
  try {
    log(fn());
  } catch (err) {
    log(err.name, err.code, err.message);
  }
}

for (const [errno, [name, message]] of util.getSystemErrorMap()) {
  log(errno, name, message, util.getSystemErrorName(errno) === name, util.getSystemErrorMessage(errno) === message);
}
for (const errno of [-2, -99999, 1, 0, -1.5, '-2', undefined]) {
  attempt(() => util.getSystemErrorName(errno));
  attempt(() => util.getSystemErrorMessage(errno));
}
for (const args of [[-2, 'open'], [-2, 'open', 'the file'], [1, 'open'], []]) {
  attempt(() => { const err = util._errnoException(...args); return err.message + ' ' + JSON.stringify(err); });
}
for (const args of [[-111, 'connect', '127.0.0.1', 80], [-111, 'connect', '127.0.0.1', 80, '0.0.0.0:1'], [-111, 'connect', '/path'], [-111, 'connect']]) {
  attempt(() => { const err = util._exceptionWithHostPort(...args); return err.message + ' ' + JSON.stringify(err); });
}
for (const signal of ['SIGTERM', 'SIGKILL', 'SIGHUP']) log(signal, util.convertProcessSignalToExitCode(signal));
attempt(() => util.convertProcessSignalToExitCode('nope'));
