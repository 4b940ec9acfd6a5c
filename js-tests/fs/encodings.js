// Names that are no plain text: other alphabets, pairs, invalid bytes, Buffers.
// Platforms: linux
'use strict';

const assert = require('assert');
const fs = require('fs');
const path = require('path');
const { mustSucceed, tmpdir } = require('../common');

const dir = fs.mkdtempSync(path.join(tmpdir(), 'encodings-'));
for (const name of ['\u00fc', '\ud83d\ude00', ' space', 'new\nline', '\u65e5\u672c', '%41']) {
  const p = path.join(dir, name);
  fs.writeFileSync(p, name);
  assert.deepStrictEqual(fs.readdirSync(dir), [name]);
  assert.deepStrictEqual(fs.readdirSync(dir, 'latin1'), [Buffer.from(name).toString('latin1')]);
  assert.strictEqual(fs.readFileSync(Buffer.from(p), 'utf8'), name);
  assert.strictEqual(path.basename(fs.realpathSync(p)), name);
  assert.throws(() => fs.mkdirSync(p), { path: p, message: `EEXIST: file already exists, mkdir '${p}'` });
  fs.unlinkSync(new URL('file://' + encodeURI(p).replace('%2541', '%2541')));
}

// A lone surrogate becomes U+FFFD.
fs.writeFileSync(path.join(dir, 'a\ud800b'), '');
assert.deepStrictEqual(fs.readdirSync(dir), ['a\ufffdb']);
fs.unlinkSync(path.join(dir, 'a\ufffdb'));

// Bytes that are no UTF-8 go through as a Buffer only.
const raw = Buffer.concat([Buffer.from(dir + '/'), Buffer.from([0x66, 0xff, 0x67])]);
fs.writeFileSync(raw, 'raw');
assert.strictEqual(fs.readFileSync(raw, 'utf8'), 'raw');
assert.deepStrictEqual(fs.readdirSync(dir), ['f\ufffdg']);
assert.deepStrictEqual([...fs.readdirSync(dir, 'buffer')[0]], [0x66, 0xff, 0x67]);
assert.throws(() => fs.readFileSync(path.join(dir, 'f\ufffdg')), { code: 'ENOENT' });
assert.throws(() => fs.mkdirSync(raw), { code: 'EEXIST', path: path.join(dir, 'f\ufffdg') });
fs.rename(raw, path.join(dir, 'fine'), mustSucceed(() => {
  fs.readdir(Buffer.from(dir), mustSucceed((names) => assert.deepStrictEqual(names, ['fine'])));
}));
