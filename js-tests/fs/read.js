// read and readSync: every way to pass the arguments, positions, ends.
'use strict';

const assert = require('assert');
const fs = require('fs');
const path = require('path');
const { promisify } = require('util');
const { mustCall, mustSucceed, tmpdir } = require('../common');

const file = path.join(fs.mkdtempSync(path.join(tmpdir(), 'read-')), 'file');
fs.writeFileSync(file, '0123456789');
const fd = fs.openSync(file);
const text = (buf, n) => buf.toString('latin1', 0, n);

{
  const buf = Buffer.alloc(4);
  assert.strictEqual(fs.readSync(fd, buf), 4);
  assert.strictEqual(text(buf), '0123');
  assert.strictEqual(fs.readSync(fd, buf, { offset: 1, length: 2 }), 2);
  assert.strictEqual(text(buf), '0453');
  assert.strictEqual(fs.readSync(fd, buf, 0, 4, 8), 2);
  assert.strictEqual(text(buf, 2), '89');
  assert.strictEqual(fs.readSync(fd, buf, 0, 4, 10), 0);
  assert.strictEqual(fs.readSync(fd, buf, 0, 4, 2n), 4);
  assert.strictEqual(text(buf), '2345');
  assert.strictEqual(fs.readSync(fd, buf, 0, 4, -1), 4);
  assert.strictEqual(text(buf), '6789');
  assert.strictEqual(fs.readSync(fd, buf, 0, 0, 0), 0);
  const words = new Uint16Array(2);
  assert.strictEqual(fs.readSync(fd, words, { position: 0 }), 4);
  assert.strictEqual(Buffer.from(words.buffer).toString(), '0123');
  const view = new DataView(new ArrayBuffer(6), 2, 3);
  assert.strictEqual(fs.readSync(fd, view, 0, 3, 1), 3);
  assert.deepStrictEqual([...new Uint8Array(view.buffer)], [0, 0, 49, 50, 51, 0]);
}

const buf = Buffer.alloc(5);
fs.read(fd, buf, 1, 3, 4, mustSucceed((n, same) => {
  assert.strictEqual(n, 3);
  assert.strictEqual(same, buf);
  assert.strictEqual(buf.toString('latin1', 1, 4), '456');
  fs.read(fd, { buffer: buf, position: 7 }, mustSucceed((n, same) => {
    assert.strictEqual(n, 3);
    assert.strictEqual(same, buf);
    fs.read(fd, buf, { position: 0, length: 1 }, mustSucceed((n) => {
      assert.strictEqual(n, 1);
      fs.read(fd, { position: 5 }, mustSucceed((n, made) => {
        assert.strictEqual(n, 5);
        assert.strictEqual(made.length, 16384);
        fs.read(fd, buf, 0, 0, 0, mustSucceed((n) => {
          assert.strictEqual(n, 0);
          last();
        }));
      }));
    }));
  }));
}));

function last() {
  promisify(fs.read)(fd, buf, 0, 2, 3).then(mustCall((got) => {
    assert.deepStrictEqual(Object.keys(got), ['bytesRead', 'buffer']);
    assert.strictEqual(got.bytesRead, 2);
    fs.closeSync(fd);
    const closed = 999983; // no open descriptor
    fs.read(closed, buf, 0, 1, 0, mustCall((err, n, same) => {
      assert.strictEqual(err.code, 'EBADF');
      assert.strictEqual(n, 0);
      assert.strictEqual(same, buf);
    }));
  }));
}
