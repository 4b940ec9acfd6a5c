(function (b, idl, DOMException, inspect, inspectCustom) {
  'use strict';

  const { hashes, shakes, normalize, ordinal } = idl;
  const secretToken = {};

  const dom = (name, message, cause) => new DOMException(message, cause === undefined ? name : { name, cause });
  const operationFailed = (cause) => dom('OperationError', 'The operation failed for an operation-specific reason', cause);

  function illegal() {
    return b.error('ERR_ILLEGAL_CONSTRUCTOR');
  }

  function thisError(name) {
    return b.error('ERR_INVALID_THIS', name);
  }

  class CryptoKey {
    #extractable;
    #algorithm;
    #usages;

    constructor(...args) {
      const [token, handle, algorithm, extractable, usages] = args;
      if (token !== secretToken) {
        throw illegal();
      }
      b.attach(this, handle);
      this.#extractable = extractable;
      this.#algorithm = algorithm;
      this.#usages = usages;
    }

    static #check(key) {
      if (!(#usages in Object(key))) {
        throw thisError('CryptoKey');
      }
      return key;
    }

    get type() {
      CryptoKey.#check(this);
      return 'secret';
    }

    get extractable() {
      return CryptoKey.#check(this).#extractable;
    }

    get algorithm() {
      return CryptoKey.#check(this).#algorithm;
    }

    get usages() {
      return CryptoKey.#check(this).#usages;
    }

    [inspectCustom](depth, options) {
      if (depth < 0) {
        return this;
      }
      const { type, extractable, algorithm, usages } = this;
      const inner = { ...options, depth: options.depth == null ? null : options.depth - 1 };
      return `CryptoKey ${inspect({ type, extractable, algorithm, usages }, inner)}`;
    }
  }

  // slots reads the state of a key without the properties that a script may
  // have redefined.
  const slots = {};
  for (const name of ['extractable', 'algorithm', 'usages']) {
    const { get } = Object.getOwnPropertyDescriptor(CryptoKey.prototype, name);
    slots[name] = (key) => Reflect.apply(get, key, []);
  }

  function union(usages) {
    return idl.usageOrder.filter((usage) => usages.includes(usage));
  }

  function blockBits(hash) {
    switch (hash.name) {
      case 'SHA-1':
      case 'SHA-256':
        return 512;
      case 'SHA-384':
      case 'SHA-512':
        return 1024;
    }
    throw dom('NotSupportedError', 'Explicit algorithm length member is required');
  }

  function checkUsages(usages, allowed, what) {
    if (usages.some((usage) => !allowed.includes(usage))) {
      throw dom('SyntaxError', `Unsupported key usage for ${what} key`);
    }
  }

  const jwkNames = { 'SHA-1': 'HS1', 'SHA-256': 'HS256', 'SHA-384': 'HS384', 'SHA-512': 'HS512' };

  function secretOfJWK(jwk, algorithm, extractable, usages) {
    const invalid = (text) => dom('DataError', text);
    if (jwk.kty === undefined) {
      throw invalid('Invalid keyData');
    }
    if (jwk.kty !== 'oct') {
      throw invalid('Invalid JWK "kty" Parameter');
    }
    if (usages.length > 0 && jwk.use !== undefined && jwk.use !== 'sig') {
      throw invalid('Invalid JWK "use" Parameter');
    }
    if (jwk.key_ops !== undefined) {
      if (new Set(jwk.key_ops).size !== jwk.key_ops.length) {
        throw invalid('Duplicate key operation');
      }
      if (usages.some((usage) => !jwk.key_ops.includes(usage))) {
        throw invalid('Key operations and usage mismatch');
      }
    }
    if (jwk.ext === false && extractable) {
      throw invalid('JWK "ext" Parameter and extractable mismatch');
    }
    const expected = jwkNames[algorithm.hash.name];
    if (jwk.alg !== undefined && expected !== undefined && jwk.alg !== expected) {
      throw invalid('JWK "alg" does not match the requested algorithm');
    }
    if (jwk.k === undefined) {
      throw invalid('Invalid keyData');
    }
    return b.fromBase64(jwk.k);
  }

  function importHMAC(format, data, algorithm, extractable, usages) {
    checkUsages(usages, ['sign', 'verify'], 'HMAC');
    let secret = data;
    if (format === 'jwk') {
      secret = secretOfJWK(data, algorithm, extractable, usages);
    } else if (format !== 'raw' && format !== 'raw-secret') {
      throw dom('NotSupportedError', `Unable to import HMAC using ${format} format`);
    }
    const bits = secret.byteLength * 8;
    if (bits === 0) {
      throw dom('DataError', 'Zero-length key is not supported');
    }
    const { length = bits } = algorithm;
    if (length === 0) {
      throw dom('DataError', 'HmacImportParams.length cannot be 0');
    }
    if (length > bits || length <= bits - 8) {
      throw dom('DataError', 'Invalid key length');
    }
    return new CryptoKey(secretToken, b.webHandle(secret), { name: 'HMAC', length, hash: algorithm.hash }, extractable, union(usages));
  }

  function importKDF(format, data, { name }, extractable, usages) {
    if (extractable) {
      throw dom('SyntaxError', `${name} keys are not extractable`);
    }
    checkUsages(usages, ['deriveKey', 'deriveBits'], `a ${name}`);
    if (format !== 'raw' && format !== 'raw-secret') {
      throw dom('NotSupportedError', `Unable to import ${name} using ${format} format`);
    }
    return new CryptoKey(secretToken, b.webHandle(data), { name }, false, union(usages));
  }

  function importSecret(format, data, algorithm, extractable, usages) {
    const make = algorithm.name === 'HMAC' ? importHMAC : importKDF;
    const key = make(format, data, algorithm, extractable, usages);
    if (usages.length === 0) {
      throw dom('SyntaxError', 'Usages cannot be empty when importing a secret key.');
    }
    return key;
  }

  function checkKey(algorithm, key, usage, text) {
    if (slots.algorithm(key).name !== algorithm.name) {
      throw dom('InvalidAccessError', 'Key algorithm mismatch');
    }
    if (!slots.usages(key).includes(usage)) {
      throw dom('InvalidAccessError', text);
    }
  }

  function checkBase(algorithm, key, usage) {
    if (!slots.usages(key).includes(usage)) {
      throw dom('InvalidAccessError', `baseKey does not have ${usage} usage`);
    }
    checkKey(algorithm, key, usage);
  }

  // settled turns the error of a job into the one that the API has for all.
  function settled(job) {
    return job.catch((err) => { throw operationFailed(err); });
  }

  async function derive(algorithm, key, bits) {
    if (algorithm.name === 'PBKDF2' && algorithm.iterations === 0) {
      throw dom('OperationError', 'iterations cannot be zero');
    }
    if (bits === null) {
      throw dom('OperationError', 'length cannot be null');
    }
    if (bits % 8 !== 0) {
      throw dom('OperationError', 'length must be a multiple of 8');
    }
    if (bits === 0) {
      return new ArrayBuffer(0);
    }
    const hash = hashes[algorithm.hash.name];
    return settled(algorithm.name === 'PBKDF2' ?
      b.pbkdf2(hash, key, algorithm.salt, algorithm.iterations, bits / 8) :
      b.hkdf(hash, key, algorithm.salt, algorithm.info, bits / 8));
  }

  function hmac(algorithm, key, data) {
    return settled(b.hmac(hashes[slots.algorithm(key).hash.name], key, data));
  }

  const warned = new Set();

  function warnExperimental(name) {
    if (!(name in jwkNames) && !warned.has(name)) {
      warned.add(name);
      b.warnExperimental(`The ${name} Web Crypto API algorithm is an experimental feature and might change at any time`);
    }
  }

  const subtleMethods = {
    async digest(c, algorithm, data) {
      algorithm = c.take(idl.algorithm, algorithm);
      data = c.take(idl.bufferSource, data);
      const { name, outputLength } = normalize(algorithm, 'digest');
      warnExperimental(name);
      if (shakes[name] === undefined) {
        return settled(b.digest(hashes[name], data, -1));
      }
      if (outputLength % 8 !== 0) {
        throw dom('NotSupportedError', 'Unsupported CShakeParams outputLength');
      }
      return settled(b.digest(shakes[name], data, outputLength / 8));
    },

    async generateKey(c, algorithm, extractable, keyUsages) {
      algorithm = c.take(idl.algorithm, algorithm);
      extractable = c.take(Boolean, extractable);
      const usages = c.take(idl.keyUsages, keyUsages);
      const { name, hash, length: given } = normalize(algorithm, 'generateKey');
      const length = given === undefined ? blockBits(hash) : given;
      if (length === 0) {
        throw dom('OperationError', 'HmacKeyGenParams.length cannot be 0');
      }
      checkUsages(usages, ['sign', 'verify'], 'HMAC');
      const secret = await settled(b.random(Math.ceil(length / 8)));
      if (usages.length === 0) {
        throw dom('SyntaxError', 'Usages cannot be empty when creating a key.');
      }
      return new CryptoKey(secretToken, b.webHandle(secret), { name, length, hash }, extractable, union(usages));
    },

    async sign(c, algorithm, key, data) {
      algorithm = c.take(idl.algorithm, algorithm);
      key = c.take(idl.cryptoKey, key);
      data = c.take(idl.bufferSource, data);
      algorithm = normalize(algorithm, 'sign');
      checkKey(algorithm, key, 'sign', 'Unable to use this key to sign');
      return hmac(algorithm, key, data);
    },

    async verify(c, algorithm, key, signature, data) {
      algorithm = c.take(idl.algorithm, algorithm);
      key = c.take(idl.cryptoKey, key);
      signature = c.take(idl.bufferSource, signature);
      data = c.take(idl.bufferSource, data);
      algorithm = normalize(algorithm, 'verify');
      checkKey(algorithm, key, 'verify', 'Unable to use this key to verify');
      return b.equal(await hmac(algorithm, key, data), signature);
    },

    async importKey(c, format, keyData, algorithm, extractable, keyUsages) {
      format = c.take(idl.keyFormat, format);
      keyData = c.take(format === 'jwk' ? idl.jsonWebKey : idl.bufferSource, keyData);
      algorithm = c.take(idl.algorithm, algorithm);
      extractable = c.take(Boolean, extractable);
      keyUsages = c.take(idl.keyUsages, keyUsages);
      return importSecret(format, keyData, normalize(algorithm, 'importKey'), extractable, keyUsages);
    },

    async exportKey(c, format, key) {
      format = c.take(idl.keyFormat, format);
      key = c.take(idl.cryptoKey, key);
      const { name, hash } = slots.algorithm(key);
      if (name !== 'HMAC') {
        throw dom('NotSupportedError', `${name} key export is not supported`);
      }
      if (!slots.extractable(key)) {
        throw dom('InvalidAccessError', 'key is not extractable');
      }
      if (format === 'raw' || format === 'raw-secret') {
        return b.exported(key);
      }
      if (format !== 'jwk') {
        throw dom('NotSupportedError', `Unable to export HMAC secret key using ${format} format`);
      }
      const jwk = { key_ops: slots.usages(key), ext: true };
      if (jwkNames[hash.name] !== undefined) {
        jwk.alg = jwkNames[hash.name];
      }
      jwk.kty = 'oct';
      jwk.k = b.secretOf(key).toString('base64url');
      return jwk;
    },

    async deriveBits(c, algorithm, baseKey, length = null) {
      algorithm = c.take(idl.algorithm, algorithm);
      baseKey = c.take(idl.cryptoKey, baseKey);
      if (length !== null) {
        length = c.take(idl.unsignedLong, length);
      }
      algorithm = normalize(algorithm, 'deriveBits');
      checkBase(algorithm, baseKey, 'deriveBits');
      return derive(algorithm, baseKey, length);
    },

    async deriveKey(c, algorithm, baseKey, derivedKeyType, extractable, keyUsages) {
      algorithm = c.take(idl.algorithm, algorithm);
      baseKey = c.take(idl.cryptoKey, baseKey);
      derivedKeyType = c.take(idl.algorithm, derivedKeyType);
      extractable = c.take(Boolean, extractable);
      keyUsages = c.take(idl.keyUsages, keyUsages);
      algorithm = normalize(algorithm, 'deriveBits');
      derivedKeyType = normalize(derivedKeyType, 'importKey');
      checkBase(algorithm, baseKey, 'deriveKey');
      let length = null;
      if (derivedKeyType.name === 'HMAC') {
        length = derivedKeyType.length === undefined ? blockBits(derivedKeyType.hash) : derivedKeyType.length;
        if (length === 0) {
          throw dom('DataError', 'HmacImportParams.length cannot be 0');
        }
      }
      const secret = await derive(algorithm, baseKey, length);
      return importSecret('raw-secret', secret, derivedKeyType, extractable, keyUsages);
    },
  };

  class SubtleCrypto {
    constructor(...args) {
      if (args[0] !== secretToken) {
        throw illegal();
      }
    }
  }

  const subtle = new SubtleCrypto(secretToken);

  // call keeps count of the arguments that have been converted.
  function call(name) {
    const where = `Failed to execute '${name}' on 'SubtleCrypto'`;
    let count = 0;
    return {
      where,
      take: (convert, value) => convert(value, where, `${ordinal(++count)} argument`),
    };
  }

  function define(name, least, method) {
    const { [name]: fn } = {
      async [name](...args) {
        if (this !== subtle) {
          throw thisError('SubtleCrypto');
        }
        const c = call(name);
        idl.required(args, least, c.where);
        return method(c, ...args);
      },
    };
    Object.defineProperty(fn, 'length', { value: least, configurable: true });
    Object.defineProperty(SubtleCrypto.prototype, name, { value: fn, writable: true, enumerable: true, configurable: true });
  }

  // The methods with their least number of arguments. What needs algorithms
  // that are not there says so: none has the name.
  const lengths = {
    encrypt: 3, decrypt: 3, sign: 3, verify: 4, digest: 2, generateKey: 3, deriveKey: 5, deriveBits: 2, importKey: 5, exportKey: 2,
    wrapKey: 4, unwrapKey: 7, getPublicKey: 2, encapsulateBits: 2, encapsulateKey: 5, decapsulateBits: 3, decapsulateKey: 6,
  };
  const withoutAlgorithms = async () => { throw idl.unrecognized(); };
  Object.keys(lengths).forEach((name) => {
    define(name, lengths[name], subtleMethods[name] || withoutAlgorithms);
  });

  function finish(ctor, members) {
    for (const name of members) {
      Object.defineProperty(ctor.prototype, name, { enumerable: true });
    }
    Object.defineProperty(ctor.prototype, Symbol.toStringTag, { value: ctor.name, configurable: true });
  }
  finish(CryptoKey, ['type', 'extractable', 'algorithm', 'usages']);
  finish(SubtleCrypto, []);

  // toCryptoKey is KeyObject.prototype.toCryptoKey for secret keys.
  function toCryptoKey(secret, algorithm, extractable, keyUsages) {
    const normalized = normalize(algorithm, 'importKey');
    return importSecret('raw-secret', secret, normalized, Boolean(extractable), idl.keyUsages(keyUsages, '', 'Value'));
  }

  // clone is the structured clone of a CryptoKey.
  function clone(key) {
    const algorithm = { ...slots.algorithm(key) };
    return new CryptoKey(secretToken, b.webHandleOf(key), algorithm, slots.extractable(key), [...slots.usages(key)]);
  }

  return { CryptoKey, SubtleCrypto, subtle, toCryptoKey, clone };
});
