// uid and gid: the own ones are always allowed, others need a privilege.
// Platforms: linux darwin
// Process: own (child processes)
'use strict';

const assert = require('assert');
const { spawn, spawnSync } = require('child_process');

const own = { uid: process.getuid(), gid: process.getgid() };
assert.strictEqual(spawnSync('/bin/sh', ['-c', 'id -u; id -g'], { ...own, encoding: 'utf8' }).stdout,
  `${own.uid}\n${own.gid}\n`);
if (own.uid === 0) {
  assert.strictEqual(spawnSync('id', ['-u'], { uid: 12345, encoding: 'utf8' }).stdout, '12345\n');
  assert.strictEqual(spawnSync('/bin/sh', ['-c', 'id -u; id -g; id -G'], { uid: 12345, gid: 54321, encoding: 'utf8' }).stdout,
    '12345\n54321\n54321\n');
} else {
  assert.throws(() => spawn('true', { uid: 0 }), { code: 'EPERM', message: 'spawn EPERM', syscall: 'spawn' });
}
