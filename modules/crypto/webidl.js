(function (b, DOMException) {
  'use strict';

  // The conversions of Web IDL that SubtleCrypto makes with its arguments, and
  // the dictionaries of its algorithms. where begins the texts of errors:
  // "Failed to execute 'sign' on 'SubtleCrypto'"; what names the value.

  const unrecognized = () => new DOMException('Unrecognized algorithm name', 'NotSupportedError');

  function ordinal(n) {
    return n + (['th', 'st', 'nd', 'rd'][n] || 'th');
  }

  function typeError(code, where, what, text) {
    const begin = where ? where + ': ' : '';
    return b.typeError(code, begin + what + ' ' + text);
  }

  function string(value, where, what) {
    if (typeof value === 'symbol') {
      throw typeError('ERR_INVALID_ARG_TYPE', where, what, 'is a Symbol and cannot be converted to a string.');
    }
    return String(value);
  }

  function unsignedLong(value, where, what) {
    const number = Number(value);
    if (!Number.isFinite(number)) {
      throw typeError('ERR_INVALID_ARG_TYPE', where, what, 'is not a finite number.');
    }
    const integer = Math.trunc(number);
    if (integer < 0 || integer > 4294967295) {
      throw typeError('ERR_OUT_OF_RANGE', where, what, 'is outside the expected range of 0 to 4294967295.');
    }
    return integer;
  }

  // bufferSource copies: the script may write to its memory meanwhile.
  function bufferSource(value, where, what) {
    const copy = b.copy(value);
    if (copy === undefined) {
      throw typeError('ERR_INVALID_ARG_TYPE', where, what, 'is not instance of ArrayBuffer, Buffer, TypedArray, or DataView.');
    }
    return copy;
  }

  function oneOf(values, name) {
    return (value, where, what) => {
      const text = string(value, where, what);
      if (!values.includes(text)) {
        throw typeError('ERR_INVALID_ARG_VALUE', where, what, `'${text}' is not a valid enum value of type ${name}.`);
      }
      return text;
    };
  }

  const keyFormat = oneOf(['raw', 'raw-public', 'raw-seed', 'raw-secret', 'spki', 'pkcs8', 'jwk'], 'KeyFormat');
  const usageOrder = [
    'encrypt', 'decrypt', 'sign', 'verify', 'deriveKey', 'deriveBits', 'wrapKey', 'unwrapKey',
    'encapsulateKey', 'encapsulateBits', 'decapsulateKey', 'decapsulateBits',
  ];
  const keyUsage = oneOf(usageOrder, 'KeyUsage');

  function sequence(value, where, what, convert) {
    const method = value !== null && (typeof value === 'object' || typeof value === 'function') && value[Symbol.iterator];
    if (typeof method !== 'function') {
      throw typeError('ERR_INVALID_ARG_TYPE', where, what, 'cannot be converted to sequence.');
    }
    const list = [];
    for (const item of { [Symbol.iterator]: method.bind(value) }) {
      list.push(convert(item, where, `${what}[${list.length}]`));
    }
    return list;
  }

  const keyUsages = (value, where, what) => sequence(value, where, what, keyUsage);

  function cryptoKey(value, where, what) {
    if (!b.isCryptoKey(value)) {
      throw typeError('ERR_INVALID_ARG_TYPE', where, what, 'is not of type CryptoKey.');
    }
    return value;
  }

  function algorithm(value, where, what) {
    return value !== null && (typeof value === 'object' || typeof value === 'function') ? value : string(value, where, what);
  }

  const jwkStrings = ['alg', 'crv', 'd', 'dp', 'dq', 'e'];
  const jwkRest = ['k', 'kty', 'n', 'p', 'q', 'qi', 'use', 'x', 'y'];

  function jsonWebKey(value, where, what) {
    if (value !== undefined && value !== null && typeof value !== 'object' && typeof value !== 'function') {
      throw typeError('ERR_INVALID_ARG_TYPE', where, what, 'cannot be converted to a dictionary');
    }
    const key = {};
    if (value === undefined || value === null) {
      return key;
    }
    const take = (name, convert) => {
      const member = value[name];
      if (member !== undefined) {
        key[name] = convert(member, where, `${name} in ${what}`);
      }
    };
    jwkStrings.forEach((name) => take(name, string));
    take('ext', Boolean);
    jwkRest.slice(0, 1).forEach((name) => take(name, string));
    take('key_ops', (list, at, name) => sequence(list, at, name, string));
    jwkRest.slice(1).forEach((name) => take(name, string));
    return key;
  }

  // required makes sure that enough arguments are there.
  function required(args, count, where) {
    if (args.length < count) {
      throw b.typeError('ERR_MISSING_ARGS',
        `${where}: ${count} argument${count === 1 ? '' : 's'} required, but only ${args.length} present.`);
    }
  }

  // Hash functions by their names here, with those of createHash.
  const hashes = {
    'SHA-1': 'sha1', 'SHA-256': 'sha256', 'SHA-384': 'sha384', 'SHA-512': 'sha512',
    'SHA3-256': 'sha3-256', 'SHA3-384': 'sha3-384', 'SHA3-512': 'sha3-512',
  };
  const shakes = { 'cSHAKE128': 'shake128', 'cSHAKE256': 'shake256' };

  function hashMember(value, params) {
    const name = typeof value === 'object' && value !== null ? value.name : value;
    if (String(name).slice(0, 3).toUpperCase() !== 'SHA') {
      throw new DOMException(`Only SHA hashes are supported in ${params}`, 'NotSupportedError');
    }
    return normalize(value, 'digest');
  }

  const members = {
    hash: hashMember,
    info: (value, params, what) => bufferSource(value, failed, what),
    salt: (value, params, what) => bufferSource(value, failed, what),
    iterations: (value, params, what) => unsignedLong(value, failed, what),
    length: (value, params, what) => unsignedLong(value, failed, what),
    outputLength: (value, params, what) => unsignedLong(value, failed, what),
    functionName: (value, params, what) => bufferSource(value, failed, what),
    customization: (value, params, what) => bufferSource(value, failed, what),
  };

  // The members of each dictionary, in the order of their conversion; those
  // with a question mark may be missing.
  const dictionaries = {
    HmacImportParams: ['hash', 'length?'],
    HmacKeyGenParams: ['hash', 'length?'],
    Pbkdf2Params: ['hash', 'iterations', 'salt'],
    HkdfParams: ['hash', 'info', 'salt'],
    CShakeParams: ['outputLength', 'customization?', 'functionName?'],
  };

  const digests = {};
  Object.keys(hashes).forEach((name) => { digests[name] = null; });
  Object.keys(shakes).forEach((name) => { digests[name] = 'CShakeParams'; });

  // What each operation can be done with, and the dictionary it takes.
  const operations = {
    digest: digests,
    generateKey: { HMAC: 'HmacKeyGenParams' },
    sign: { HMAC: null },
    verify: { HMAC: null },
    importKey: { HMAC: 'HmacImportParams', HKDF: null, PBKDF2: null },
    deriveBits: { HKDF: 'HkdfParams', PBKDF2: 'Pbkdf2Params' },
  };

  const failed = 'Failed to normalize algorithm';

  function missing(params, member) {
    return typeError('ERR_MISSING_OPTION', failed, 'passed algorithm',
      `cannot be converted to '${params}' because '${member}' is required in '${params}'.`);
  }

  // normalize is "normalize an algorithm" of the Web Cryptography API.
  function normalize(given, operation) {
    if (typeof given !== 'object' || given === null) {
      return normalize({ name: string(given, failed, 'passed algorithm') }, operation);
    }
    if (given.name === undefined) {
      throw missing('Algorithm', 'name');
    }
    const wanted = string(given.name, failed, 'name in passed algorithm').toLowerCase();
    const known = operations[operation] || {};
    const name = Object.keys(known).find((key) => key.toLowerCase() === wanted);
    if (name === undefined) {
      throw unrecognized();
    }
    const params = known[name];
    const result = { name };
    for (const entry of params ? dictionaries[params] : []) {
      const member = entry.replace('?', '');
      const value = given[member];
      if (value !== undefined) {
        result[member] = members[member](value, params, `${member} in passed algorithm`);
      } else if (member === entry) {
        throw missing(params, member);
      }
    }
    return result;
  }

  return {
    algorithm, bufferSource, cryptoKey, hashes, jsonWebKey, keyFormat, keyUsages, normalize, ordinal, required,
    shakes, unrecognized, unsignedLong, usageOrder,
  };
});
