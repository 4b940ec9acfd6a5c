// KeyObject for secrets: createSecretKey, generateKey, export, equals,
// conversion from and to CryptoKey.
// Expect-Stdout-File: keys.golden
'use strict';

const crypto = require('crypto');
const util = require('util');
const { throwsText, transcript } = require('../url/fixtures/helper');

const log = transcript();
const t = throwsText(log);
const key = crypto.createSecretKey(Buffer.from('key'));
const { KeyObject } = crypto;

for (const args of [
  [], [1], [null], [{}], ['abc'], ['616263', 'hex'], ['a', 'no such'], ['YQ', 'base64'], [Buffer.alloc(0)], [''], [new ArrayBuffer(2)],
  [new Uint16Array([513])], [new DataView(new ArrayBuffer(1))], [key],
]) {
  t(() => [args, crypto.createSecretKey(...args).export()]);
}
t(() => [key.type, key.symmetricKeySize, key.export(), key.export({}), key.export({ format: 'buffer' }), key.export({ format: 'jwk' })]);
for (const options of [null, 1, 'jwk', [], { format: 'pem' }, { format: 1 }]) {
  t(() => key.export(options));
}
t(() => [key, Object.prototype.toString.call(key), key instanceof KeyObject, Object.keys(key), JSON.stringify(key)]);
t(() => [KeyObject.name, KeyObject.length, key.constructor.name]);
t(() => [Buffer.from('key'), Buffer.from('kez'), Buffer.from('ke')].map((b) => key.equals(crypto.createSecretKey(b))));
t(() => key.equals(1));
t(() => key.equals({}));
t(() => new KeyObject('x', {}));
t(() => new KeyObject('secret', {}));
t(() => new KeyObject('secret', 'x'));
t(() => Object.getOwnPropertyDescriptor(KeyObject.prototype, 'type').get.call({}));
t(() => [util.types.isKeyObject(key), util.types.isKeyObject({}), util.types.isCryptoKey(key), util.types.isKeyObject()]);
t(() => crypto.createHmac('sha1', key).update('a').digest('hex'));

// generateKey
for (const args of [
  ['hmac', { length: 64 }], ['hmac', { length: 9 }], ['aes', { length: 128 }], ['aes', { length: 256 }], ['aes', { length: 100 }],
  ['aes', { length: '128' }], ['aes', {}], ['hmac', { length: 4 }], ['hmac', {}], ['hmac', { length: 8.5 }], ['hmac', { length: 2 ** 31 }], ['hmac'],
  ['hmac', null], ['hmac', []], ['no such', { length: 64 }], [1, { length: 64 }],
]) {
  t(() => [args, crypto.generateKeySync(...args).symmetricKeySize]);
  t(() => crypto.generateKey(...args, () => {}));
}
t(() => crypto.generateKey('hmac', { length: 64 }));
t(() => crypto.generateKeySync('hmac', { length: 128 }).equals(crypto.generateKeySync('hmac', { length: 128 })));
crypto.generateKey('aes', { length: 192 }, (...args) => {
  log(args.length, args[0], args[1].symmetricKeySize, args[1].type);
});

// To CryptoKey and back.
const web = key.toCryptoKey({ name: 'HMAC', hash: 'SHA-256' }, true, ['sign']);
t(() => [util.inspect(web, { depth: 5 }), util.types.isCryptoKey(web), util.types.isKeyObject(web)]);
t(() => KeyObject.from(web).equals(key));
t(() => KeyObject.from(1));
t(() => KeyObject.from(key));
t(() => util.inspect(key.toCryptoKey('PBKDF2', false, ['deriveBits'])));
t(() => key.toCryptoKey('PBKDF2', true, ['deriveBits']));
t(() => key.toCryptoKey('HMAC', true, ['sign']));
t(() => key.toCryptoKey({ name: 'HMAC', hash: 'SHA-1' }, true, []));
t(() => key.toCryptoKey({ name: 'HMAC', hash: 'SHA-1' }, true));
t(() => key.toCryptoKey({ name: 'HMAC', hash: 'SHA-1' }, true, ['x']));
t(() => key.toCryptoKey('no such', true, ['sign']));
t(() => key.toCryptoKey());
t(() => crypto.createSecretKey(Buffer.alloc(0)).toCryptoKey({ name: 'HMAC', hash: 'SHA-1' }, true, ['sign']));

// Copies and comparisons.
const { deepStrictEqual, notDeepStrictEqual } = require('assert');
t(() => { const copy = structuredClone({ key }).key; return [copy, copy === key, copy.equals(key), copy.constructor === key.constructor]; });
t(() => { const copy = structuredClone(web); return [util.inspect(copy, { depth: 5 }), copy === web, KeyObject.from(copy).equals(key)]; });
t(() => deepStrictEqual(structuredClone(web), web));
t(() => deepStrictEqual(crypto.createSecretKey('key', 'utf8'), key));
t(() => notDeepStrictEqual(crypto.createSecretKey('kez', 'utf8'), key));
t(() => notDeepStrictEqual(key.toCryptoKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']), web));
t(() => notDeepStrictEqual(key.toCryptoKey({ name: 'HMAC', hash: 'SHA-1' }, true, ['sign']), web));
t(() => notDeepStrictEqual(key.toCryptoKey({ name: 'HMAC', hash: 'SHA-256' }, true, ['verify']), web));
t(() => util.isDeepStrictEqual(key, {}));
