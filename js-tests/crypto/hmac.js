// createHmac: vectors, kinds of keys, errors.
// Expect-Stdout-File: hmac.golden
'use strict';

const crypto = require('crypto');
const { throwsText, transcript } = require('../url/fixtures/helper');

const log = transcript();
const t = throwsText(log);

for (const name of [
  'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha512-224', 'sha512-256', 'sha3-224', 'sha3-256', 'sha3-384', 'sha3-512',
  'blake2b512', 'blake2s256', 'ripemd160', 'md5-sha1', 'SHA-256', 'RSA-SHA1',
]) {
  // RFC 4231, cases 1, 2 and 6.
  log(name,
      crypto.createHmac(name, Buffer.alloc(20, 0x0b)).update('Hi There').digest('hex'),
      crypto.createHmac(name, 'Jefe').update('what do ya want ').update('for nothing?').digest('base64'),
      crypto.createHmac(name, Buffer.alloc(131, 0xaa)).update('Test Using Larger Than Block-Size Key - Hash Key First').digest('hex'));
}
const of = (key, options) => crypto.createHmac('sha1', key, options).update('a').digest('hex');
for (const key of [
  '', 'é€', new Uint8Array(0), new Uint8Array([1, 2]), new Uint16Array([513]), new DataView(new ArrayBuffer(1)), new ArrayBuffer(2),
  crypto.createSecretKey(Buffer.from([1, 2])), crypto.createSecretKey(Buffer.alloc(0)), undefined, null, 5, {}, [], true, Symbol('key'),
]) {
  t(() => [key, of(key)]);
}
for (const encoding of ['hex', 'latin1', 'base64', 'buffer', 'no such', '', undefined, null, 5]) {
  t(() => [encoding, of('6162', { encoding })]);
}
t(() => of('616', { encoding: 'hex' }));
t(() => crypto.createHmac());
t(() => crypto.createHmac(1, 'a'));
t(() => crypto.createHmac('no such', 'a'));
t(() => crypto.createHmac('no such', 5));
t(() => crypto.createHmac('shake128', 'a'));
const fresh = () => crypto.createHmac('sha1', 'k');
for (const data of [undefined, null, 5, {}, new ArrayBuffer(1)]) {
  t(() => fresh().update(data));
}
t(() => fresh().update('abc', 'hex'));
t(() => fresh().update('616263', 'hex').digest('hex'));
for (const encoding of ['hex', 'base64', 'buffer', 'no such', undefined, null, 1]) {
  t(() => [encoding, fresh().digest(encoding)]);
}
t(() => { const h = fresh(); return [h.digest('hex'), h.digest('hex'), h.digest(), h.digest('buffer')]; });
t(() => { const h = fresh(); h.digest(); h.update('a'); });
t(() => crypto.Hmac.prototype.update.call({}, 'a'));
t(() => { const h = fresh(); return h.update('x') === h; });
