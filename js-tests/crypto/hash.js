// createHash, Hash.prototype and crypto.hash: vectors of every digest by every
// name, encodings, lengths, copies and errors.
// Expect-Stdout-File: hash.golden
'use strict';

const crypto = require('crypto');
const { throwsText, transcript } = require('../url/fixtures/helper');

const log = transcript();
const t = throwsText(log);
process.removeAllListeners('warning'); // Node 26 warns of XOFs without a length
const sha256 = (options) => crypto.createHash('sha256', options);

// Digests that OpenSSL has and gonode has not.
const absent = new Set(['RSA-SM3', 'sm3', 'sm3WithRSAEncryption']);
const long = Buffer.alloc(1000, 'abcdefghijklm');
for (const name of crypto.getHashes()) {
  if (!absent.has(name)) {
    log(name, crypto.createHash(name).update('abc').digest('hex'), crypto.hash(name, long));
  }
}
for (const name of [
  'SHA-256', 'SHA2-256', 'sha-1', 'Sha512/256', 'SHA-512/256', 'SHA2-512/224', 'SHA3-256', 'MD5-SHA1', 'BLAKE2B-512', 'BLAKE2S-256',
  'RIPEMD-160', 'SHAKE-128', 'SSL3-MD5', '1.3.14.3.2.26', '2.16.840.1.101.3.4.2.1', '2.16.840.1.101.3.4.2.12', '1.2.840.113549.2.5',
  'rsa-sha256', 'md2', 'null', '', 'sha', ' sha1', 'keccak-256', 'SHA3256', 'no such thing',
]) {
  t(() => [name, crypto.createHash(name).update('').digest('hex')]);
}
t(() => crypto.createHash());
t(() => crypto.createHash(1));
t(() => crypto.createHash(null));
t(() => crypto.createHash(Symbol('sha1')));
t(() => crypto.createHash(new String('sha1')));
for (const legacy of ['md4', 'whirlpool', 'mdc2']) {
  try {
    crypto.createHash(legacy);
  } catch ({ name, message, code, library, reason }) {
    log(legacy, name, message, code, library, reason);
  }
}

// update
for (const [data, encoding] of [
  ['é€😀'], ['é€😀', 'latin1'], ['é€😀', 'ucs2'], ['abc', 'ascii'], ['6162', 'hex'], ['616', 'hex'], ['61zz', 'hex'], ['YWJj', 'base64'],
  ['YWJj', 'base64url'], ['abc', 'no such encoding'], ['abc', 'buffer'], ['abc', 5], ['abc', null], ['\ud800'],
  [new Uint8Array([97])], [new Uint16Array([97])], [new DataView(new ArrayBuffer(2))], [Buffer.from('xabcx').subarray(1, 4)],
  [new ArrayBuffer(3)], [undefined], [null], [5], [{}], [[]], [new String('abc')], [Symbol('abc')],
]) {
  t(() => [data, encoding, sha256().update(data, encoding).digest('hex')]);
}
t(() => { const h = sha256(); return h.update('a') === h; });
t(() => sha256().update('a').update(Buffer.from('b')).update('c').digest('hex'));
t(() => crypto.Hash.prototype.update.call({}, 'a'));
t(() => crypto.Hash.prototype.digest.call(undefined));

// digest
for (const encoding of ['hex', 'HEX', 'base64', 'base64url', 'latin1', 'binary', 'ucs2', 'utf8', 'ascii', 'buffer', 'no such', undefined, null, 0, 1, '', {}]) {
  t(() => [encoding, sha256().digest(encoding)]);
}
t(() => sha256().digest({ toString() { return 'hex'; } }));
t(() => sha256().digest(Symbol('hex')));
for (const method of ['digest', 'update', 'copy']) {
  t(() => { const h = sha256(); h.digest(); return h[method]('a'); });
}

// outputLength
for (const outputLength of [32, 31, 33, 0, -1, 1.5, 2 ** 32, NaN, 'x', null, undefined, {}]) {
  t(() => [outputLength, sha256({ outputLength }).digest('hex')]);
}
for (const name of ['shake128', 'shake256']) {
  for (const outputLength of [0, 1, 5, 16, 32, 200, undefined]) {
    t(() => [name, outputLength, crypto.createHash(name, { outputLength }).update('a').digest('hex')]);
  }
}
for (const options of [null, 5, 'x', [], () => {}]) {
  t(() => crypto.createHash('sha1', options).digest('hex'));
}

// copy
for (const name of ['md5', 'sha1', 'sha512', 'sha3-384', 'blake2b512', 'blake2s256', 'ripemd160', 'md5-sha1', 'shake256']) {
  const h = crypto.createHash(name).update(long);
  const copy = h.copy();
  copy.update('x');
  const again = copy.copy();
  log(name, h.update('y').digest('hex'), copy.digest('hex'), again.update('z').digest('hex'));
}
t(() => crypto.createHash('shake128', { outputLength: 5 }).copy({ outputLength: 7 }).digest('hex'));
t(() => crypto.createHash('shake128', { outputLength: 5 }).copy().digest('hex'));
t(() => sha256().copy({ outputLength: 5 }));

// hash
t(() => crypto.hash());
t(() => crypto.hash('sha1'));
t(() => crypto.hash(1, 'a'));
t(() => crypto.hash('no such', 'a'));
t(() => crypto.hash('sha1', 5));
t(() => crypto.hash('sha1', new ArrayBuffer(1)));
t(() => crypto.hash('sha1', new Uint16Array(1)));
for (const options of [
  'hex', 'base64', 'buffer', 'binary', 'no such', '', 1, null, [], {}, { outputEncoding: 'base64' }, { outputEncoding: 5 },
  { outputLength: 20 }, { outputLength: 3 }, { outputLength: 'x' }, { outputLength: -1 },
]) {
  t(() => [options, crypto.hash('sha1', 'a', options)]);
}
t(() => crypto.hash('shake128', 'a', { outputLength: 3, outputEncoding: 'buffer' }));
t(() => crypto.hash('shake128', 'a', { outputLength: 0 }));
