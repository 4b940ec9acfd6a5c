// readv and writev in all forms.
'use strict';

const assert = require('assert');
const fs = require('fs');
const path = require('path');
const { promisify } = require('util');
const { mustCall, mustSucceed, tmpdir } = require('../common');

const file = path.join(fs.mkdtempSync(path.join(tmpdir(), 'vectors-')), 'file');
const fd = fs.openSync(file, 'w+');
const parts = () => ['ab', '', 'cdef'].map((s) => Buffer.from(s));

assert.strictEqual(fs.writevSync(fd, parts()), 6);
assert.strictEqual(fs.writevSync(fd, parts(), 3), 6);
assert.strictEqual(fs.readFileSync(file, 'utf8'), 'abcabcdef');
assert.strictEqual(fs.writevSync(fd, []), 0);

const into = [Buffer.alloc(2), new Uint8Array(0), Buffer.alloc(20)];
assert.strictEqual(fs.readvSync(fd, into, 1), 8);
assert.strictEqual(into[0].toString(), 'bc');
assert.strictEqual(into[2].toString('latin1', 0, 6), 'abcdef');

fs.writev(fd, parts(), 0, mustSucceed((n, buffers) => {
  assert.strictEqual(n, 6);
  assert.strictEqual(buffers.length, 3);
  fs.readv(fd, into, 0, mustSucceed((n, buffers) => {
    assert.strictEqual(n, 9);
    assert.strictEqual(buffers, into);
    fs.writev(fd, parts(), mustSucceed((n) => {
      assert.strictEqual(n, 6);
      promised();
    }));
  }));
}));

function promised() {
  promisify(fs.readv)(fd, into, 0).then(mustCall(async (got) => {
    assert.deepStrictEqual(Object.keys(got), ['bytesRead', 'buffers']);
    const many = Array.from({ length: 300 }, () => Buffer.from('x'));
    assert.strictEqual((await promisify(fs.writev)(fd, many, 0)).bytesWritten, 300);
    fs.closeSync(fd);
  }));
}
