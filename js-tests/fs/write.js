// write and writeSync: bytes and strings, offsets, positions, encodings.
'use strict';

const assert = require('assert');
const fs = require('fs');
const path = require('path');
const { promisify } = require('util');
const { mustCall, mustSucceed, tmpdir } = require('../common');

const file = path.join(fs.mkdtempSync(path.join(tmpdir(), 'write-')), 'file');
const fd = fs.openSync(file, 'w+');
const content = () => fs.readFileSync(file, 'latin1');

assert.strictEqual(fs.writeSync(fd, 'hello'), 5);
assert.strictEqual(fs.writeSync(fd, 'J', 0), 1);
assert.strictEqual(content(), 'Jello');
assert.strictEqual(fs.writeSync(fd, '6162', null, 'hex'), 2);
assert.strictEqual(content(), 'Jelloab');
assert.strictEqual(fs.writeSync(fd, '\u20ac'), 3);
assert.strictEqual(fs.writeSync(fd, '\u20ac', undefined, 'utf16le'), 2);
assert.strictEqual(fs.readFileSync(file).length, 12);
fs.ftruncateSync(fd, 0);

const bytes = Buffer.from('0123456789');
assert.strictEqual(fs.writeSync(fd, bytes, 2, 3, 0), 3);
assert.strictEqual(content(), '234');
assert.strictEqual(fs.writeSync(fd, bytes, { offset: 8, position: 1 }), 2);
assert.strictEqual(content(), '289');
assert.strictEqual(fs.writeSync(fd, bytes, 7, undefined, 3), 3);
assert.strictEqual(content(), '289789');
assert.strictEqual(fs.writeSync(fd, new Uint16Array([0x4141]), 0, 2, 6), 2);
assert.strictEqual(content(), '289789AA');
assert.strictEqual(fs.writeSync(fd, Buffer.alloc(0)), 0);

fs.ftruncateSync(fd, 0);
fs.write(fd, bytes, 1, 2, 0, mustSucceed((n, same) => {
  assert.strictEqual(n, 2);
  assert.strictEqual(same, bytes);
  fs.write(fd, 'xyz', 1, mustSucceed((n, text) => {
    assert.strictEqual(n, 3);
    assert.strictEqual(text, 'xyz');
    assert.strictEqual(content(), '1xyz');
    fs.write(fd, 'ff', 0, 'hex', mustSucceed((n) => {
      assert.strictEqual(n, 1);
      assert.strictEqual(content(), '\xffxyz');
      fs.write(fd, bytes, { position: 4, length: 1 }, mustSucceed(() => {
        assert.strictEqual(content(), '\xffxyz0');
        last();
      }));
    }));
  }));
}));

function last() {
  promisify(fs.write)(fd, bytes, 0, 1, 5).then(mustCall((done) => {
    assert.strictEqual(done.bytesWritten, 1);
    assert.strictEqual(done.buffer, bytes);
    fs.closeSync(fd);
  }));
}
