// util.promisify of exec and execFile: an object of both outputs, an error
// that has them, and the child.
// Platforms: linux darwin
// Process: own (child processes)
'use strict';

const assert = require('assert');
const { promisify } = require('util');
const { ChildProcess, exec, execFile } = require('child_process');
const { mustCall, throwsError } = require('../common');

const promise = promisify(exec)('echo out; echo err >&2');
assert.ok(promise.child instanceof ChildProcess);
promise.then(mustCall((result) => assert.deepStrictEqual(result, { stdout: 'out\n', stderr: 'err\n' })));

promisify(exec)('echo out; exit 2').then(() => assert.fail(), mustCall((err) => {
  assert.strictEqual(err.code, 2);
  assert.strictEqual(err.stdout, 'out\n');
  assert.strictEqual(err.stderr, '');
  assert.strictEqual(err.cmd, 'echo out; exit 2');
}));

promisify(execFile)('echo', ['a', 'b']).then(mustCall(({ stdout }) => assert.strictEqual(stdout, 'a b\n')));
promisify(execFile)('no-such-program').catch(mustCall((err) => {
  assert.strictEqual(err.code, 'ENOENT');
  assert.strictEqual(err.stdout, '');
}));

throwsError(() => promisify(exec)(1), { code: 'ERR_INVALID_ARG_TYPE' });
assert.strictEqual(promisify(exec).name, 'exec');
