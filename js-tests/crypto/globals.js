// The globals crypto, Crypto, CryptoKey and SubtleCrypto, and what the module
// has of them.
// Expect-Stdout-File: globals.golden
'use strict';

const module_ = require('crypto');
const { throwsText, transcript } = require('../url/fixtures/helper');

const log = transcript();
const t = throwsText(log);

for (const name of ['crypto', 'Crypto', 'CryptoKey', 'SubtleCrypto']) {
  const d = Object.getOwnPropertyDescriptor(globalThis, name);
  log(name, d.enumerable, d.configurable);
  log(Object.prototype.toString.call(globalThis[name]), typeof globalThis[name]);
}
log(crypto === module_.webcrypto, crypto.subtle === module_.subtle, crypto.subtle === crypto.subtle, crypto instanceof Crypto);
log(crypto.subtle instanceof SubtleCrypto, crypto.constructor === Crypto);
for (const ctor of [Crypto, CryptoKey, SubtleCrypto]) {
  log(ctor.name, ctor.length);
  t(() => Reflect.construct(ctor, []));
  const d = Object.getOwnPropertyDescriptors(ctor.prototype);
  for (const key of Reflect.ownKeys(d)) {
    const { enumerable, configurable, value, get } = d[key];
    log(String(key), enumerable, configurable, typeof get, typeof value === 'function' ? `${value.name} ${value.length}` : String(value));
  }
}
t(() => [crypto, crypto.subtle, Reflect.ownKeys(crypto)]);
t(() => crypto.getRandomValues());
t(() => crypto.getRandomValues.call({}, new Uint8Array(1)));
t(() => Crypto.prototype.randomUUID.call(undefined));
t(() => Crypto.prototype.subtle);
for (const name of ['type', 'extractable', 'algorithm', 'usages']) {
  t(() => CryptoKey.prototype[name]);
}
t(() => crypto.randomUUID(1).length);
try {
  globalThis.crypto = 1;
} catch (e) {
  log(e.name);
}
t(() => typeof crypto);
