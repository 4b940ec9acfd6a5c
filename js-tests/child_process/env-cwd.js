// env, cwd and argv0. The program is looked for in the PATH of env.
// Platforms: linux darwin
// Process: own (child processes)
'use strict';

const assert = require('assert');
const fs = require('fs');
const path = require('path');
const { pathToFileURL } = require('url');
const { spawnSync, spawn } = require('child_process');
const { tmpdir, mustCall } = require('../common');

const show = (options) => spawnSync('/bin/sh', ['-c', 'echo "$0|$ONE|$TWO|$(pwd -P)"'], { encoding: 'utf8', ...options });
const folder = fs.realpathSync(tmpdir());

assert.strictEqual(show({ env: { ONE: 1, TWO: undefined }, cwd: '/' }).stdout, '/bin/sh|1||/\n');
assert.strictEqual(show({ env: Object.create({ ONE: 'inherited' }), cwd: folder }).stdout,
  `/bin/sh|inherited||${folder}\n`);
assert.strictEqual(show({ cwd: pathToFileURL(folder), env: {} }).stdout, `/bin/sh|||${folder}\n`);
assert.strictEqual(show({ cwd: Buffer.from('/'), env: {}, argv0: 'other' }).stdout, 'other|||/\n');

process.env.JSTESTS_CHILD = 'mine';
assert.strictEqual(spawnSync('/bin/sh', ['-c', 'echo $JSTESTS_CHILD']).stdout.toString(), 'mine\n');

const program = path.join(folder, 'js-tests-program');
fs.writeFileSync(program, '#!/bin/sh\necho found $1\n', { mode: 0o755 });
assert.strictEqual(spawnSync('js-tests-program', ['it'], { env: { PATH: folder } }).stdout.toString(), 'found it\n');
assert.strictEqual(spawnSync('./js-tests-program', { cwd: folder }).stdout.toString(), 'found\n');
spawn('js-tests-program').on('error', mustCall((err) => assert.strictEqual(err.code, 'ENOENT')));
