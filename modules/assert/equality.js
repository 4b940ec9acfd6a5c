// Deep comparisons (Node documentation, "assert.deepStrictEqual" and
// "assert.deepEqual", comparison details).
(function (binding) {
  'use strict';

  const LOOSE = 0;
  const STRICT = 1;
  const PARTIAL = 2;
  const { hasOwnProperty, propertyIsEnumerable } = Object.prototype;

  function ownKeys(obj, skipIndexes) {
    const keys = Object.keys(obj);
    return skipIndexes ? keys.filter((k) => !/^(0|[1-9]\d*)$/.test(k)) : keys;
  }

  function enumerableSymbols(obj) {
    return Object.getOwnPropertySymbols(obj).filter((s) => propertyIsEnumerable.call(obj, s));
  }

  function tagOf(v) {
    return Object.prototype.toString.call(v);
  }

  function sameBytes(a, b) {
    if (a.byteLength !== b.byteLength) return false;
    const x = new Uint8Array(a.buffer || a, a.byteOffset || 0, a.byteLength);
    const y = new Uint8Array(b.buffer || b, b.byteOffset || 0, b.byteLength);
    for (let i = 0; i < x.length; i++) if (x[i] !== y[i]) return false;
    return true;
  }

  function equal(a, b, mode, seen) {
    if (a === b) return a !== 0 || Object.is(a, b) || mode === LOOSE;
    if (mode !== LOOSE) {
      if (typeof a !== 'object') return typeof a === 'number' && Number.isNaN(a) && Number.isNaN(b);
      if (typeof b !== 'object' || a === null || b === null) return false;
      if (mode === STRICT && Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
    } else {
      if (a === null || typeof a !== 'object') {
        return (b === null || typeof b !== 'object') &&
          // eslint-disable-next-line eqeqeq
          (a == b || (Number.isNaN(a) && Number.isNaN(b)));
      }
      if (b === null || typeof b !== 'object') return false;
    }
    return objects(a, b, mode, seen);
  }

  function objects(a, b, mode, seen) {
    if (tagOf(a) !== tagOf(b) || binding.className(a) !== binding.className(b)) return false;
    const isArray = Array.isArray(a);
    if (isArray !== Array.isArray(b)) return false;
    if (isArray) {
      if (mode === PARTIAL ? a.length < b.length : a.length !== b.length) return false;
      return contents(a, b, mode, seen, true);
    }
    if (ArrayBuffer.isView(a)) {
      if (!ArrayBuffer.isView(b)) return false;
      if (a instanceof Float32Array || a instanceof Float64Array) {
        if (a.length !== b.length) return false;
        for (let i = 0; i < a.length; i++) if (!equal(a[i], b[i], mode, seen)) return false;
      } else if (!sameBytes(a, b)) {
        return false;
      }
      return contents(a, b, mode, seen, true);
    }
    if (!sameKind(a, b, mode, seen)) return false;
    return contents(a, b, mode, seen, false);
  }

  // sameKind compares what objects hold beside their properties.
  function sameKind(a, b, mode, seen) {
    switch (binding.className(a)) {
      case 'Date':
        return Object.is(Date.prototype.getTime.call(a), Date.prototype.getTime.call(b));
      case 'RegExp':
        return String(a) === String(b) && a.lastIndex === b.lastIndex;
      case 'Error':
        return errors(a, b, mode, seen);
      case 'ArrayBuffer':
        return sameBytes(a, b);
      case 'Number': case 'String': case 'Boolean': case 'BigInt': case 'Symbol':
        return Object.is(a.valueOf(), b.valueOf());
      default:
        // What cannot be looked into is equal to itself only.
        return !/^\[object (WeakMap|WeakSet|WeakRef|Promise)\]$/.test(tagOf(a));
    }
  }

  function errors(a, b, mode, seen) {
    if ((!propertyIsEnumerable.call(a, 'message') && a.message !== b.message) ||
        (!propertyIsEnumerable.call(a, 'name') && a.name !== b.name)) {
      return false;
    }
    for (const key of ['cause', 'errors']) {
      const own = hasOwnProperty.call(a, key);
      if (own !== hasOwnProperty.call(b, key)) return false;
      if (own && !propertyIsEnumerable.call(a, key) && !equal(a[key], b[key], mode, seen)) return false;
    }
    return true;
  }

  function contents(a, b, mode, seen, skipIndexes) {
    const keys = ownKeys(b, skipIndexes);
    if (mode !== PARTIAL && keys.length !== ownKeys(a, skipIndexes).length) return false;
    for (const key of keys) if (!propertyIsEnumerable.call(a, key)) return false;
    const symbols = mode === LOOSE ? [] : enumerableSymbols(b);
    if (mode === STRICT && enumerableSymbols(a).length !== symbols.length) return false;
    for (const s of symbols) if (!propertyIsEnumerable.call(a, s)) return false;

    // A cycle is equal to a cycle of the same shape.
    if (seen.left.has(a)) return seen.left.get(a) === b;
    if (seen.right.has(b)) return seen.right.get(b) === a;
    seen.left.set(a, b);
    seen.right.set(b, a);
    const result = members(a, b, keys, symbols, mode, seen);
    seen.left.delete(a);
    seen.right.delete(b);
    return result;
  }

  function members(a, b, keys, symbols, mode, seen) {
    if (a instanceof Map && b instanceof Map) {
      if (!maps(a, b, mode, seen)) return false;
    } else if (a instanceof Set && b instanceof Set) {
      if (!sets(a, b, mode, seen)) return false;
    } else if (Array.isArray(a)) {
      if (!arrays(a, b, mode, seen)) return false;
    }
    for (const key of keys) if (!equal(a[key], b[key], mode, seen)) return false;
    for (const s of symbols) if (!equal(a[s], b[s], mode, seen)) return false;
    return true;
  }

  function arrays(a, b, mode, seen) {
    if (mode === PARTIAL) return partialArray(a, b, seen);
    for (let i = 0; i < a.length; i++) {
      const has = hasOwnProperty.call(a, i);
      if (has !== hasOwnProperty.call(b, i)) return false;
      if (has && !equal(a[i], b[i], mode, seen)) return false;
    }
    return true;
  }

  // partialArray finds the items of b in a, in order.
  function partialArray(a, b, seen) {
    let at = 0;
    for (const item of b) {
      while (at < a.length && !equal(a[at], item, PARTIAL, seen)) at++;
      if (at++ >= a.length) return false;
    }
    return true;
  }

  function sets(a, b, mode, seen) {
    if (mode === PARTIAL ? a.size < b.size : a.size !== b.size) return false;
    const rest = [];
    for (const v of b) if (!a.has(v)) rest.push(v);
    if (rest.length === 0) return true;
    const candidates = [...a].filter((v) => !b.has(v));
    return rest.every((v) => takeMatch(candidates, (c) => equal(c, v, mode, seen)));
  }

  function maps(a, b, mode, seen) {
    if (mode === PARTIAL ? a.size < b.size : a.size !== b.size) return false;
    const rest = [];
    for (const [key, v] of b) {
      if (a.has(key)) {
        if (!equal(a.get(key), v, mode, seen)) return false;
      } else {
        rest.push([key, v]);
      }
    }
    const candidates = [...a].filter(([key]) => !b.has(key));
    return rest.every(([key, v]) => takeMatch(candidates, (c) =>
      equal(c[0], key, mode, seen) && equal(c[1], v, mode, seen)));
  }

  // takeMatch removes the first candidate that fits.
  function takeMatch(candidates, fits) {
    const i = candidates.findIndex(fits);
    if (i < 0) return false;
    candidates.splice(i, 1);
    return true;
  }

  function compare(mode) {
    return (a, b) => equal(a, b, mode, { left: new Map(), right: new Map() });
  }

  return {
    isDeepEqual: compare(LOOSE),
    isDeepStrictEqual: compare(STRICT),
    isPartialStrictEqual: compare(PARTIAL),
  };
})
