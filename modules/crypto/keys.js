(function (b, inspect, toCryptoKey) {
  'use strict';

  class KeyObject {
    constructor(type, handle) {
      if (type !== 'secret' && type !== 'public' && type !== 'private') {
        throw b.argValue('type', inspect(type), 'is invalid');
      }
      if (!b.isHandle(handle)) {
        throw b.argType('handle', handle, 'object');
      }
      b.attach(this, handle);
    }

    get type() {
      if (!b.isKeyObject(this)) {
        throw b.error('ERR_INVALID_THIS', 'KeyObject');
      }
      return 'secret';
    }

    static from(key) {
      if (!b.isCryptoKey(key)) {
        throw b.argType('key', key, 'CryptoKey');
      }
      return new SecretKeyObject(b.handleOf(key));
    }

    toCryptoKey(algorithm, extractable, keyUsages) {
      return toCryptoKey(b.secretOf(this), algorithm, extractable, keyUsages);
    }

    equals(otherKeyObject) {
      if (!b.isKeyObject(otherKeyObject)) {
        throw b.argType('otherKeyObject', otherKeyObject, 'KeyObject');
      }
      return b.sameSecret(this, otherKeyObject);
    }
  }

  class SecretKeyObject extends KeyObject {
    constructor(handle) {
      super('secret', handle);
    }

    get symmetricKeySize() {
      return b.secretOf(this).length;
    }

    export(options) {
      if (options !== undefined) {
        b.validateObject(options, 'options');
        const format = options.format;
        if (format === 'jwk') {
          return { kty: 'oct', k: b.secretOf(this).toString('base64url') };
        }
        if (format !== undefined && format !== 'buffer') {
          throw b.argValue('options.format', inspect(format), "must be one of: undefined, 'buffer', 'jwk'");
        }
      }
      return b.secretOf(this);
    }
  }

  Object.defineProperty(KeyObject.prototype, Symbol.toStringTag, { configurable: true, value: 'KeyObject' });
  return { KeyObject, SecretKeyObject };
});
