// stat, lstat and fstat: fields, dates, big integers, missing files.
'use strict';

const assert = require('assert');
const fs = require('fs');
const path = require('path');
const { expectsError, mustCall, mustSucceed, tmpdir } = require('../common');

const dir = fs.mkdtempSync(path.join(tmpdir(), 'stat-'));
const file = path.join(dir, 'file');
fs.writeFileSync(file, '0123456789');
fs.symlinkSync('file', path.join(dir, 'link'));
fs.utimesSync(file, 1000000000.25, 1100000000.5);

const fields = ['dev', 'mode', 'nlink', 'uid', 'gid', 'rdev', 'blksize', 'ino', 'size', 'blocks',
                'atimeMs', 'mtimeMs', 'ctimeMs', 'birthtimeMs'];
const kinds = ['isDirectory', 'isFile', 'isBlockDevice', 'isCharacterDevice', 'isSymbolicLink', 'isFIFO', 'isSocket'];
const kind = (s) => kinds.filter((k) => s[k]()).join();

const s = fs.statSync(file);
assert.deepStrictEqual(Object.keys(s), fields);
assert.ok(s instanceof fs.Stats);
assert.strictEqual(s.constructor.name, 'Stats');
assert.strictEqual(s.size, 10);
assert.strictEqual(s.nlink, 1);
assert.strictEqual(s.atimeMs, 1000000000250);
assert.strictEqual(s.mtimeMs, 1100000000500);
assert.strictEqual(s.atime.getTime(), 1000000000250);
assert.strictEqual(s.mtime.toISOString(), '2004-11-09T11:33:20.500Z');
assert.deepStrictEqual(Object.keys(s), [...fields, 'atime', 'mtime']);
assert.ok(s.birthtime instanceof Date);
s.ctime = 5;
assert.strictEqual(s.ctime, 5);
assert.strictEqual(kind(s), 'isFile');
assert.strictEqual(kind(fs.statSync(dir)), 'isDirectory');
assert.strictEqual(kind(fs.lstatSync(path.join(dir, 'link'))), 'isSymbolicLink');
assert.strictEqual(kind(fs.statSync(path.join(dir, 'link'))), 'isFile');
assert.strictEqual(kind(fs.statSync('/dev/null')), 'isCharacterDevice');
assert.strictEqual(s.mode & fs.constants.S_IFMT, fs.constants.S_IFREG);

const b = fs.statSync(file, { bigint: true });
assert.deepStrictEqual(Object.keys(b), [...fields, 'atimeNs', 'mtimeNs', 'ctimeNs', 'birthtimeNs']);
assert.strictEqual(b.constructor.name, 'BigIntStats');
assert.strictEqual(b.size, 10n);
assert.strictEqual(b.mtimeMs, 1100000000500n);
assert.strictEqual(b.mtimeNs, 1100000000500000000n);
assert.strictEqual(b.mtime.getTime(), 1100000000500);
assert.strictEqual(kind(b), 'isFile');
assert.strictEqual(BigInt(s.ino), b.ino);
assert.strictEqual(BigInt(s.dev), b.dev);

const none = path.join(dir, 'none');
assert.strictEqual(fs.statSync(none, { throwIfNoEntry: false }), undefined);
assert.strictEqual(fs.lstatSync(none, { throwIfNoEntry: false }), undefined);
assert.strictEqual(fs.statSync(path.join(file, 'x'), { throwIfNoEntry: false }), undefined);
assert.throws(() => fs.lstatSync(path.join(file, 'x'), { throwIfNoEntry: false }), { code: 'ENOTDIR' });
assert.throws(() => fs.statSync(none), { code: 'ENOENT', syscall: 'stat', path: none });

const fd = fs.openSync(file);
assert.strictEqual(fs.fstatSync(fd).ino, s.ino);
assert.strictEqual(fs.fstatSync(fd, { bigint: true }).size, 10n);
fs.fstat(fd, mustSucceed((stats) => {
  assert.strictEqual(stats.size, 10);
  fs.closeSync(fd);
}));
fs.stat(file, mustSucceed((stats) => assert.strictEqual(stats.mtimeMs, s.mtimeMs)));
fs.lstat(path.join(dir, 'link'), { bigint: true }, mustSucceed((stats) => assert.strictEqual(stats.size, 4n)));
fs.stat(none, expectsError({ code: 'ENOENT', keys: ['errno', 'code', 'syscall', 'path'] }));
fs.promises.stat(file).then(mustCall((stats) => assert.ok(stats.isFile())));
fs.promises.lstat(none).catch(expectsError({ code: 'ENOENT', syscall: 'lstat' }));
fs.statfs(dir, mustSucceed((info) => {
  assert.deepStrictEqual(Object.keys(info), ['type', 'bsize', 'frsize', 'blocks', 'bfree', 'bavail', 'files', 'ffree']);
  assert.ok(info.bsize > 0);
  assert.strictEqual(typeof fs.statfsSync(dir, { bigint: true }).blocks, 'bigint');
}));
