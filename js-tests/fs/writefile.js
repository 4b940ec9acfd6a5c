// writeFile and appendFile in all forms: data, modes, flags, descriptors.
'use strict';

const assert = require('assert');
const fs = require('fs');
const path = require('path');
const { expectsError, isWindows, mustCall, mustSucceed, tmpdir } = require('../common');

const dir = fs.mkdtempSync(path.join(tmpdir(), 'writefile-'));
const at = (name) => path.join(dir, name);
const text = (name) => fs.readFileSync(at(name), 'utf8');

fs.writeFileSync(at('a'), 'one');
fs.writeFileSync(at('a'), 'two\u20ac');
assert.strictEqual(text('a'), 'two\u20ac');
fs.appendFileSync(at('a'), Buffer.from('!'));
assert.strictEqual(text('a'), 'two\u20ac!');
fs.writeFileSync(at('a'), '616263', 'hex');
assert.strictEqual(text('a'), 'abc');
fs.writeFileSync(at('a'), new Uint8Array([65, 66]), { flag: 'a', flush: true });
assert.strictEqual(text('a'), 'abcAB');
fs.writeFileSync(at('a'), new DataView(new ArrayBuffer(2)));
assert.strictEqual(text('a'), '\0\0');
assert.throws(() => fs.writeFileSync(at('a'), 'x', { flag: 'wx' }), { code: 'EEXIST' });
assert.throws(() => fs.writeFileSync(at('a'), {}), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => fs.writeFileSync(at('a'), 'x', { flush: 1 }), { code: 'ERR_INVALID_ARG_TYPE' });

if (!isWindows) {
  fs.writeFileSync(at('mode'), '', { mode: 0o600 });
  assert.strictEqual(fs.statSync(at('mode')).mode & 0o777, 0o600);
  fs.appendFileSync(at('mode2'), '', { mode: '400' });
  assert.strictEqual(fs.statSync(at('mode2')).mode & 0o777, 0o400);
}

// A descriptor is written from where it stands.
const fd = fs.openSync(at('fd'), 'w');
fs.writeFileSync(fd, 'ab');
fs.writeFileSync(fd, 'cd');
fs.appendFileSync(fd, 'ef');
fs.closeSync(fd);
assert.strictEqual(text('fd'), 'abcdef');

fs.writeFile(at('cb'), 'first', mustSucceed(function() {
  assert.strictEqual(arguments.length, 0);
  fs.appendFile(at('cb'), ' second', { encoding: 'utf8' }, mustSucceed(() => {
    assert.strictEqual(text('cb'), 'first second');
  }));
}));
fs.writeFile(path.join(dir, 'none', 'x'), '', expectsError({ code: 'ENOENT', syscall: 'open' }));

(async () => {
  await fs.promises.writeFile(at('p'), 'x'.repeat(1e6));
  assert.strictEqual(text('p').length, 1e6);
  await fs.promises.appendFile(at('p'), Buffer.from('y'));
  assert.strictEqual(text('p').length, 1e6 + 1);
  await fs.promises.writeFile(at('p'), ['a', 'b', Buffer.from('c')]);
  assert.strictEqual(text('p'), 'abc');
  await fs.promises.writeFile(at('p'), {}).catch(expectsError({ code: 'ERR_INVALID_ARG_TYPE' }));
})().then(mustCall());
