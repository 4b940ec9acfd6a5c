// process.execve replaces the program: no 'exit', the same process id, and only
// the environment that was given.
// Platforms: linux darwin
// Process: own (ends the program)
// Expect-Stdout: ^replaced true \["/"?.*
'use strict';

if (process.env.JSTESTS_PID) {
  console.log('replaced', process.env.JSTESTS_PID === String(process.pid), JSON.stringify(process.argv.slice(1)));
} else {
  process.on('exit', () => console.log('js-tests: fail: exit was emitted'));
  process.execve(process.execPath, [process.execPath, __filename, 'x'], { JSTESTS_PID: String(process.pid) });
}
