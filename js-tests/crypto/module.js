// What the module exports, and what the parts of it that gonode has are
// called.
// Expect-Stdout-File: module.golden
'use strict';

const crypto = require('crypto');
const { transcript } = require('../common');

const log = transcript();
log(Object.keys(crypto).join(' '));
for (const name of [
  'createHash', 'createHmac', 'createSecretKey', 'getCiphers', 'getCurves', 'getHashes', 'hkdf', 'hkdfSync', 'pbkdf2', 'pbkdf2Sync', 'generateKey',
  'generateKeySync', 'randomBytes', 'randomFill', 'randomFillSync', 'randomInt', 'randomUUID', 'randomUUIDv7', 'scrypt', 'scryptSync', 'timingSafeEqual',
  'getFips', 'hash', 'Hash', 'Hmac', 'KeyObject', 'secureHeapUsed', 'getRandomValues', 'rng', 'prng', 'pseudoRandomBytes', 'createSign', 'Sign',
]) {
  const { enumerable, configurable } = Object.getOwnPropertyDescriptor(crypto, name);
  log(name, JSON.stringify(crypto[name].name), crypto[name].length, enumerable, configurable);
}
log(crypto === require('node:crypto'), crypto.rng === crypto.randomBytes, crypto.getFips(), crypto.secureHeapUsed());
log(crypto.constants.RSA_PKCS1_PADDING, crypto.constants.TLS1_3_VERSION, Object.getPrototypeOf(crypto.constants));
process.removeAllListeners('warning');
process.on('warning', (w) => log(w.name, w.code, w.message));
log(crypto.fips, crypto.fips);
