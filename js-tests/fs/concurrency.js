// Many operations at once: each calls back once, whatever the order.
'use strict';

const assert = require('assert');
const fs = require('fs');
const path = require('path');
const { mustCall, mustSucceed, tmpdir } = require('../common');

const dir = fs.mkdtempSync(path.join(tmpdir(), 'concurrency-'));
const count = 200;
const done = mustCall(() => {
  assert.strictEqual(fs.readdirSync(dir).length, count);
}, 1);
let left = count;
for (let i = 0; i < count; i++) {
  const file = path.join(dir, 'f' + i);
  fs.writeFile(file, String(i).repeat(100), mustSucceed(() => {
    fs.readFile(file, 'utf8', mustSucceed((text) => {
      assert.strictEqual(text, String(i).repeat(100));
      fs.stat(file, mustSucceed((s) => {
        assert.strictEqual(s.size, text.length);
        if (--left === 0) done();
      }));
    }));
  }));
}
Promise.all(Array.from({ length: count }, () => fs.promises.stat(dir))).then(mustCall((all) => {
  assert.ok(all.every((s) => s.isDirectory()));
}));

// Writes at positions of their own do not disturb each other.
const fd = fs.openSync(path.join(tmpdir(), 'positions'), 'w+');
let writes = 100;
for (let i = 0; i < 100; i++) {
  fs.write(fd, String(i % 10), i, mustSucceed(() => {
    if (--writes > 0) return;
    assert.strictEqual(fs.readFileSync(path.join(tmpdir(), 'positions'), 'utf8'), '0123456789'.repeat(10));
    fs.closeSync(fd);
  }));
}
