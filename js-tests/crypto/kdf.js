// pbkdf2, scrypt and hkdf: vectors of the RFCs, arguments, errors.
// Expect-Stdout-File: kdf.golden
'use strict';

const crypto = require('crypto');
const { throwsText, transcript } = require('../url/fixtures/helper');

const log = transcript();
const t = throwsText(log, (v) => (v instanceof ArrayBuffer ? `ArrayBuffer ${hex(v)}` : Buffer.isBuffer(v) ? hex(v) : String(v)));
const hex = (b) => Buffer.from(b).toString('hex');
const noop = () => {};

// RFC 6070 and its like, RFC 7914, RFC 5869.
t(() => crypto.pbkdf2Sync('password', 'salt', 2, 20, 'sha1'));
t(() => crypto.pbkdf2Sync('passwordPASSWORDpassword', 'saltSALTsaltSALTsaltSALTsaltSALTsalt', 100, 25, 'sha512'));
t(() => crypto.pbkdf2Sync('pass\0word', 'sa\0lt', 100, 16, 'sha256'));
for (const name of ['md5', 'sha3-256', 'blake2b512', 'ripemd160', 'md5-sha1', 'RSA-SHA256', 'SHA-384']) {
  t(() => crypto.pbkdf2Sync(Buffer.from('p'), new Uint16Array([1, 2]), 3, 40, name));
}
t(() => crypto.scryptSync('', '', 64, { N: 16, r: 1, p: 1 }));
t(() => crypto.scryptSync('password', 'NaCl', 64, { cost: 64, blockSize: 4, parallelization: 3 }));
t(() => crypto.hkdfSync('sha256', Buffer.alloc(22, 0x0b), Buffer.from('000102030405060708090a0b0c', 'hex'),
                        Buffer.from('f0f1f2f3f4f5f6f7f8f9', 'hex'), 42));
t(() => crypto.hkdfSync('sha1', new ArrayBuffer(3), new DataView(new ArrayBuffer(2)), '', 20));
t(() => crypto.hkdfSync('sha512', crypto.createSecretKey(Buffer.from('key')), 'salt', 'info', 70));
t(() => crypto.hkdfSync('sha256', '', '', '', 5));

const pbkdf2 = ['p', 's', 1, 4, 'sha1'];
const scrypt = ['p', 's', 4];
const hkdf = ['sha1', 'k', 's', 'i', 4];
const wrong = [undefined, null, 5, -1, 1.5, '1', {}, NaN, Infinity, 2 ** 31, 2 ** 53];
for (const [name, good] of [['pbkdf2', pbkdf2], ['scrypt', scrypt], ['hkdf', hkdf]]) {
  for (let i = 0; i < good.length; i++) {
    for (const bad of wrong) {
      const args = [...good.slice(0, i), bad, ...good.slice(i + 1)];
      if (name === 'pbkdf2' && i === 2 && bad === 5) continue;
      t(() => [name, i, String(bad), hex(crypto[name + 'Sync'](...args, { N: 16 }))]);
    }
  }
  log(name);
  t(() => crypto[name](...good));
  t(() => crypto[name](...good, 5));
  t(() => crypto[name](...good.slice(0, -1), noop));
  t(() => crypto[name + 'Sync']());
}
for (const digest of ['no such', '', 'shake128']) {
  t(() => crypto.pbkdf2Sync('p', 's', 1, 4, digest));
  t(() => crypto.hkdfSync(digest, 'k', 's', 'i', 4));
}
t(() => crypto.pbkdf2('p', 's', 1, 4, 'no such', noop));
t(() => crypto.pbkdf2Sync('p', 's', 1, 0, 'sha1'));
t(() => crypto.hkdfSync('sha1', 'k', 's', 'i', 0));
t(() => crypto.hkdfSync('sha1', 'k', 's', 'i', 255 * 20 + 1));
t(() => crypto.hkdf('sha1', 'k', 's', 'i', 255 * 20 + 1, noop));
t(() => crypto.hkdfSync('sha1', 'k', 's', 'i'.repeat(1025), 4));
t(() => crypto.hkdfSync('sha1', 'k', 's', 'i'.repeat(1024), 4));
for (const options of [
  {}, { N: 3 }, { N: 1 }, { N: 0, r: 1, p: 0 }, { N: 16, cost: 16 }, { r: 8, blockSize: 8 }, { p: 1, parallelization: 1 }, { N: 'a' },
  { N: -1 }, { N: 16.5 }, { N: 2 ** 32 }, { N: 2 ** 16, r: 1 }, { p: 2 ** 30 }, { r: 2 ** 30 }, { N: 2 ** 31, r: 2 ** 20, maxmem: 2 ** 40 },
  { N: 16, maxmem: 1 }, { N: 16, maxmem: 'a' }, { N: 16, maxmem: -1 }, { N: 16, maxmem: 2 ** 53 }, { N: 16, maxmem: 0 },
  { N: 16, r: 8, p: 1, maxmem: 19455 }, { N: 16, r: 8, p: 1, maxmem: 19456 }, { N: 2 ** 15, r: 8 },
]) {
  t(() => [JSON.stringify(options), hex(crypto.scryptSync('p', 's', 4, options))]);
}
t(() => crypto.scryptSync('p', 's', 0).length);
t(() => crypto.scrypt('p', 's', 4, { N: 3 }, noop));

// Callbacks.
const done = (name) => (err, key) => log(name, err, key && hex(key), key && key.constructor.name);
const steps = [
  (next) => crypto.pbkdf2('password', 'salt', 1, 20, 'sha1', next('pbkdf2')),
  (next) => crypto.pbkdf2('p', 's', 1, 4, 'shake128', next('xof')),
  (next) => crypto.pbkdf2('p', 's', 1, 0, 'sha1', next('nothing')),
  (next) => crypto.scrypt('p', 's', 4, { N: 16 }, next('scrypt')),
  (next) => crypto.scrypt('p', 's', 0, { N: 16 }, next('empty')),
  (next) => crypto.hkdf('sha1', 'k', 's', 'i', 4, next('hkdf')),
  (next) => crypto.hkdf('sha1', 'k', 's', 'i', 0, next('nothing')),
];
(function run(i) {
  if (i === steps.length) return;
  let sync = true;
  steps[i]((name) => (...args) => {
    log(sync ? 'sync' : 'async', args.length);
    done(name)(...args);
    run(i + 1);
  });
  sync = false;
})(0);
