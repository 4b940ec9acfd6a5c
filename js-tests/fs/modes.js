// chmod, chown, utimes, truncate and their variants.
// Platforms: linux darwin
'use strict';

const assert = require('assert');
const fs = require('fs');
const path = require('path');
const { mustCall, mustSucceed, tmpdir } = require('../common');

const dir = fs.mkdtempSync(path.join(tmpdir(), 'modes-'));
const file = path.join(dir, 'file');
const link = path.join(dir, 'link');
fs.writeFileSync(file, '0123456789');
fs.symlinkSync('file', link);
const mode = () => fs.statSync(file).mode & 0o7777;
const times = (p = file) => {
  const s = fs.lstatSync(p);
  return [s.atimeMs, s.mtimeMs];
};

fs.chmodSync(file, 0o600);
assert.strictEqual(mode(), 0o600);
fs.chmodSync(file, '755');
assert.strictEqual(mode(), 0o755);
const fd = fs.openSync(file, 'r+');
fs.fchmodSync(fd, 0o640);
assert.strictEqual(mode(), 0o640);
fs.chownSync(file, process.getuid(), process.getgid());
fs.fchownSync(fd, -1, -1);
fs.lchownSync(link, process.getuid(), -1);
assert.strictEqual(fs.lchmodSync, process.platform === 'darwin' ? fs.lchmodSync : undefined);

fs.utimesSync(file, 1, 2);
assert.deepStrictEqual(times(), [1000, 2000]);
fs.utimesSync(file, new Date(3500), '4.25');
assert.deepStrictEqual(times(), [3500, 4250]);
fs.futimesSync(fd, 1234567890.5, 5);
assert.deepStrictEqual(times(), [1234567890500, 5000]);
fs.lutimesSync(link, 7, 8);
assert.deepStrictEqual(times(link), [7000, 8000]);
assert.deepStrictEqual(times(), [1234567890500, 5000]);
fs.utimesSync(file, 4294967297, 4294967298);
assert.deepStrictEqual(times(), [4294967297000, 4294967298000]);

fs.truncateSync(file, 5);
assert.strictEqual(fs.readFileSync(file, 'utf8'), '01234');
fs.ftruncateSync(fd, 7);
assert.strictEqual(fs.readFileSync(file, 'utf8'), '01234\0\0');
fs.ftruncateSync(fd, -3);
assert.strictEqual(fs.statSync(file).size, 0);
fs.fsyncSync(fd);
fs.fdatasyncSync(fd);

fs.chmod(file, 0o700, mustSucceed(function() {
  assert.strictEqual(arguments.length, 0);
  fs.fchmod(fd, 0o600, mustSucceed(() => {
    assert.strictEqual(mode(), 0o600);
    fs.utimes(file, 10, 20, mustSucceed(() => {
      assert.deepStrictEqual(times(), [10000, 20000]);
      fs.futimes(fd, 11, 21, mustSucceed(() => {
        assert.deepStrictEqual(times(), [11000, 21000]);
        fs.truncate(file, 3, mustSucceed(() => {
          fs.ftruncate(fd, 4, mustSucceed(() => {
            assert.strictEqual(fs.statSync(file).size, 4);
            fs.fsync(fd, mustSucceed(() => fs.fdatasync(fd, mustSucceed(() => fs.close(fd, mustSucceed(promised))))));
          }));
        }));
      }));
    }));
  }));
}));

function promised() {
  const p = fs.promises;
  (async () => {
    await p.chmod(file, 0o644);
    assert.strictEqual(mode(), 0o644);
    await p.utimes(file, 1, 2);
    await p.lutimes(link, 3, 4);
    assert.deepStrictEqual([...times(), ...times(link)], [1000, 2000, 3000, 4000]);
    await p.truncate(file);
    assert.strictEqual(fs.statSync(file).size, 0);
    await p.chown(file, -1, -1);
    await p.lchown(link, -1, -1);
  })().then(mustCall());
}
