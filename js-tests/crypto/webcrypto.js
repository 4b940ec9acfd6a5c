// SubtleCrypto with HMAC, PBKDF2, HKDF and the SHA digests: results and
// errors.
// Expect-Stdout-File: webcrypto.golden
'use strict';

const { inspect } = require('util');
const { createHmac, hkdfSync, pbkdf2Sync } = require('crypto');
const { transcript } = require('../common');

const log = transcript();
process.removeAllListeners('warning'); // SHA-3 is experimental
process.on('warning', () => {});
const { subtle } = crypto;
const hex = (b) => (b instanceof ArrayBuffer ? Buffer.from(b).toString('hex') : inspect(b, { depth: 5 }));

async function t(fn) {
  const source = fn.toString().replace(/^(async )?\(\) => /, '');
  try {
    log(source, '=>', hex(await fn()));
  } catch (e) {
    log(source, '=> rejects', e.name, e.constructor.name, JSON.stringify(e.message), e.code, e.cause ? String(e.cause) : '');
  }
}

const a = Buffer.from('a');
const HMAC = { name: 'HMAC', hash: 'SHA-256' };
const imported = (algorithm, usages, format = 'raw', data = a, extractable = true) =>
  subtle.importKey(format, data, algorithm, extractable, usages);

async function digests() {
  for (const name of ['SHA-1', 'sha-256', 'SHA-384', 'SHA-512', 'SHA3-256', 'SHA3-384', 'sha3-512', 'MD5', 'sha256', '', 1, null, undefined]) {
    log(String(name));
    await t(() => subtle.digest(name, a));
  }
  await t(() => subtle.digest({ name: 'SHA-1' }, new ArrayBuffer(0)));
  await t(() => subtle.digest('SHA-1', new Uint16Array(2)));
  await t(() => subtle.digest('SHA-1', new DataView(new ArrayBuffer(1))));
  await t(() => subtle.digest());
  await t(() => subtle.digest('SHA-1'));
  await t(() => subtle.digest('SHA-1', 'a'));
  await t(() => subtle.digest({}, a));
  await t(() => subtle.digest(Symbol('SHA-1'), a));
  await t(() => subtle.digest.call({}, 'SHA-1', a));
}

async function hmacs() {
  const key = await imported(HMAC, ['verify', 'sign', 'verify']);
  await t(() => key);
  await t(() => [key.algorithm === key.algorithm, key.usages === key.usages, Object.keys(key), String(key), JSON.stringify(key)]);
  await t(() => [inspect(key, { depth: -1 }), inspect({ key }, { depth: 0 })]);
  const signature = await subtle.sign('HMAC', key, a);
  log(hex(signature) === createHmac('sha256', 'a').update('a').digest('hex'));
  await t(() => subtle.verify('HMAC', key, signature, a));
  await t(() => subtle.verify({ name: 'hmac' }, key, signature, Buffer.from('b')));
  await t(() => subtle.verify('HMAC', key, a, a));
  await t(() => subtle.verify('HMAC', key));
  await t(async () => subtle.verify('HMAC', await imported(HMAC, ['sign']), a, a));
  await t(async () => subtle.sign('HMAC', await imported(HMAC, ['verify']), a));
  await t(async () => subtle.sign('HMAC', await imported({ name: 'HMAC', hash: 'SHA3-256' }, ['sign']), a));
  await t(async () => subtle.sign('HMAC', await imported('HKDF', ['deriveBits'], 'raw', a, false), a));
  await t(() => subtle.sign('HMAC', {}, a));
  await t(() => subtle.sign('no such', key, a));
  await t(() => subtle.sign('HMAC', key, 'a'));
  await t(() => subtle.sign('HMAC'));
  for (const format of ['raw', 'raw-secret', 'jwk', 'spki', 'pkcs8', 'raw-public', 'no such']) {
    log(format);
    await t(() => subtle.exportKey(format, key));
    await t(() => subtle.importKey(format, format === 'jwk' ? { kty: 'oct', k: 'YQ' } : a, HMAC, true, ['sign']));
  }
  for (const hash of ['SHA-1', 'SHA-384', { name: 'sha-512' }, 'SHA3-512']) {
    await t(async () => subtle.exportKey('jwk', await imported({ name: 'HMAC', hash }, ['sign'])));
  }
  await t(async () => subtle.exportKey('raw', await imported(HMAC, ['sign'], 'raw', a, false)));
  await t(() => subtle.exportKey('raw'));
  await t(() => subtle.exportKey('raw', {}));
}

async function imports() {
  for (const algorithm of [
    'HMAC', 'no such', {}, { name: 'HMAC' }, { name: 'HMAC', hash: 'SHA-257' }, { name: 'HMAC', hash: 'MD5' }, { name: 'HMAC', hash: null },
    { name: 'hmac', hash: { name: 'sha-1' } }, { name: 'HMAC', hash: 'SHA-1', length: 8 }, { name: 'HMAC', hash: 'SHA-1', length: 9 },
    { name: 'HMAC', hash: 'SHA-1', length: 7 }, { name: 'HMAC', hash: 'SHA-1', length: 0 }, { name: 'HMAC', hash: 'SHA-1', length: -1 },
    { name: 'HMAC', hash: 'SHA-1', length: '8' }, { name: 'HMAC', hash: 'SHA-1', length: 'x' },
  ]) {
    log(inspect(algorithm));
    await t(() => imported(algorithm, ['sign']));
  }
  for (const usages of [[], ['encrypt'], ['no such'], 'sign', undefined, {}, new Set(['sign']), ['sign', 'deriveBits']]) {
    log(inspect(usages));
    await t(() => subtle.importKey('raw', a, HMAC, true, usages));
  }
  for (const data of [Buffer.alloc(0), 'a', {}, null, 5]) {
    await t(() => imported(HMAC, ['sign'], 'raw', data));
  }
  for (const jwk of [
    {}, { kty: 'oct' }, { k: 'YQ' }, { kty: 'RSA', k: 'YQ' }, { kty: 'oct', k: '' }, { kty: 'oct', k: 5 }, { kty: 'oct', k: 'YQ==' }, { kty: 'oct', k: '-_-_' },
    { kty: 'oct', k: 'YQ', alg: 'HS256' }, { kty: 'oct', k: 'YQ', alg: 'HS512' }, { kty: 'oct', k: 'YQ', ext: false }, { kty: 'oct', k: 'YQ', ext: 'false' },
    { kty: 'oct', k: 'YQ', use: 'enc' }, { kty: 'oct', k: 'YQ', use: 'sig' }, { kty: 'oct', k: 'YQ', key_ops: ['verify'] },
    { kty: 'oct', k: 'YQ', key_ops: ['sign', 'sign'] }, { kty: 'oct', k: 'YQ', key_ops: ['sign', 'x'] }, { kty: 'oct', k: 'YQ', key_ops: 'sign' },
    null, undefined, 1, 'x', a,
  ]) {
    log(inspect(jwk));
    await t(() => imported(HMAC, ['sign'], 'jwk', jwk));
  }
  for (const name of ['PBKDF2', 'hkdf']) {
    await t(() => imported(name, ['deriveKey', 'deriveBits'], 'raw', a, false));
    await t(() => imported(name, ['deriveBits'], 'raw', Buffer.alloc(0), false));
    await t(() => imported(name, ['deriveBits'], 'raw', a, true));
    await t(() => imported(name, ['sign'], 'raw', a, false));
    await t(() => imported(name, [], 'raw', a, false));
    await t(() => imported(name, ['deriveBits'], 'jwk', {}, false));
    await t(() => imported(name, ['deriveBits'], 'spki', a, false));
    await t(async () => subtle.exportKey('raw', await imported(name, ['deriveBits'], 'raw', a, false)));
  }
  await t(() => subtle.importKey('raw', a, HMAC, true));
}

async function derivation() {
  const salt = Buffer.from('salt');
  const info = Buffer.from('info');
  const kdf = { PBKDF2: { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: 2 }, HKDF: { name: 'HKDF', hash: 'SHA-384', salt, info } };
  const expected = { PBKDF2: pbkdf2Sync('a', 'salt', 2, 32, 'sha256'), HKDF: Buffer.from(hkdfSync('sha384', 'a', 'salt', 'info', 32)) };
  for (const [name, algorithm] of Object.entries(kdf)) {
    const key = await imported(name, ['deriveKey', 'deriveBits'], 'raw', a, false);
    const bits = await subtle.deriveBits(algorithm, key, 256);
    log(name, expected[name].equals(Buffer.from(bits)), hex(bits));
    for (const length of [0, 8, 7, -8, '16', 'x', null, undefined, 2 ** 32]) {
      log(length);
      await t(() => subtle.deriveBits(algorithm, key, length));
    }
    for (const member of ['hash', 'salt', 'iterations', 'info']) {
      for (const value of [undefined, null, 0, 'x', -1]) {
        log(member, value);
        await t(() => subtle.deriveBits({ ...algorithm, [member]: value }, key, 8));
      }
    }
    await t(async () => subtle.deriveBits(algorithm, await imported(name, ['deriveKey'], 'raw', a, false), 8));
    await t(async () => subtle.deriveBits(algorithm, await imported(HMAC, ['sign']), 8));
    await t(async () => subtle.deriveKey(algorithm, await imported(name, ['deriveBits'], 'raw', a, false), HMAC, true, ['sign']));
    await t(() => subtle.deriveKey(algorithm, key, HMAC, true, ['verify', 'sign']));
    await t(async () => hex(await subtle.exportKey('raw', await subtle.deriveKey(algorithm, key, { ...HMAC, length: 72 }, true, ['sign']))));
    await t(() => subtle.deriveKey(algorithm, key, { name: 'HMAC', hash: 'SHA-384' }, true, ['sign']));
    await t(() => subtle.deriveKey(algorithm, key, { ...HMAC, length: 0 }, true, ['sign']));
    await t(() => subtle.deriveKey(algorithm, key, HMAC, true, []));
    await t(() => subtle.deriveKey(algorithm, key, 'PBKDF2', false, ['deriveBits']));
    await t(() => subtle.deriveKey(algorithm, key, 'no such', false, ['deriveBits']));
    await t(() => subtle.deriveBits(kdf[name === 'HKDF' ? 'PBKDF2' : 'HKDF'], key, 8));
  }
  const key = await imported('HKDF', ['deriveBits'], 'raw', a, false);
  await t(() => subtle.deriveBits(kdf.HKDF, key, 255 * 48 * 8 + 8));
  await t(() => subtle.deriveBits('HKDF', {}, 8));
  await t(() => subtle.deriveBits('HKDF'));
}

async function generation() {
  for (const [algorithm, usages] of [
    [HMAC, ['verify', 'sign', 'sign']], [{ name: 'HMAC', hash: 'SHA-512' }, ['sign']], [{ ...HMAC, length: 128 }, ['sign']], [{ ...HMAC, length: 9 }, ['sign']],
    [{ ...HMAC, length: 0 }, ['sign']], [HMAC, []], [HMAC, ['encrypt']], ['PBKDF2', ['deriveBits']], [{ name: 'HMAC' }, ['sign']],
    [{ name: 'HMAC', hash: 'SHA3-256' }, ['sign']],
  ]) {
    log(inspect(algorithm), usages);
    await t(async () => {
      const key = await subtle.generateKey(algorithm, true, usages);
      const raw = await subtle.exportKey('raw', key);
      return [key, raw.byteLength, Buffer.from(raw).some((x) => x !== 0)];
    });
  }
  await t(() => subtle.generateKey(HMAC, true));
}

digests().then(hmacs).then(imports).then(derivation).then(generation).then(() => log('done'));
