// readFile in all forms: encodings, flags, descriptors, files without a size.
'use strict';

const assert = require('assert');
const fs = require('fs');
const path = require('path');
const { expectsError, isLinux, mustCall, mustSucceed, tmpdir } = require('../common');

const dir = fs.mkdtempSync(path.join(tmpdir(), 'readfile-'));
const file = path.join(dir, 'file');
fs.writeFileSync(file, Buffer.from([0xe2, 0x82, 0xac, 0x41, 0xff]));

assert.deepStrictEqual([...fs.readFileSync(file)], [0xe2, 0x82, 0xac, 0x41, 0xff]);
assert.strictEqual(fs.readFileSync(file, 'utf8'), '\u20acA\ufffd');
assert.strictEqual(fs.readFileSync(file, { encoding: 'latin1' }), '\xe2\x82\xacA\xff');
for (const encoding of ['hex', 'base64', 'base64url', 'ascii', 'utf16le']) {
  assert.strictEqual(fs.readFileSync(file, encoding), fs.readFileSync(file).toString(encoding));
}
assert.ok(Buffer.isBuffer(fs.readFileSync(file, null)));
assert.strictEqual(fs.readFileSync(Buffer.from(file)).length, 5);
assert.strictEqual(fs.readFileSync(new URL('file://' + file)).length, 5);

// A descriptor is read from where it stands, and stays open.
const fd = fs.openSync(file);
fs.readSync(fd, Buffer.alloc(3), 0, 3, null);
assert.strictEqual(fs.readFileSync(fd, 'latin1'), 'A\xff');
assert.strictEqual(fs.readFileSync(fd).length, 0);
fs.closeSync(fd);

// The flag can make the file.
const made = path.join(dir, 'made');
assert.strictEqual(fs.readFileSync(made, { flag: 'a+', encoding: 'utf8' }), '');
assert.ok(fs.existsSync(made));
if (isLinux) {
  assert.ok(fs.readFileSync('/proc/self/status', 'utf8').includes('Pid:'));
}
const big = Buffer.alloc(3 * 1024 * 1024 + 17, 'abc');
fs.writeFileSync(path.join(dir, 'big'), big);
assert.ok(fs.readFileSync(path.join(dir, 'big')).equals(big));

fs.readFile(file, mustSucceed((data) => assert.strictEqual(data.length, 5)));
fs.readFile(file, 'hex', mustSucceed((data) => assert.strictEqual(data, 'e282ac41ff')));
fs.readFile(path.join(dir, 'big'), mustSucceed((data) => assert.ok(data.equals(big))));
fs.readFile(dir, expectsError({ code: 'EISDIR', syscall: 'read' }));
fs.readFile(path.join(dir, 'none'), mustCall((...args) => {
  assert.strictEqual(args.length, 1);
  assert.strictEqual(args[0].syscall, 'open');
}));
fs.promises.readFile(file, 'utf8').then(mustCall((text) => assert.strictEqual(text, '\u20acA\ufffd')));
fs.promises.readFile(path.join(dir, 'none')).catch(expectsError({ code: 'ENOENT' }));
