// Deep comparisons (Node documentation, "assert.deepStrictEqual" and
// "assert.deepEqual", comparison details).
(function (binding) {
  'use strict';

  const LOOSE = 0;
  const STRICT = 1;
  const PARTIAL = 2;
  const SAME_SHAPE = 3; // strict, but prototypes do not count
  const { hasOwnProperty, propertyIsEnumerable } = Object.prototype;
  const toStringTag = Function.prototype.call.bind(Object.prototype.toString);
  const maxIndex = 2 ** 32 - 2;

  // Kinds whose content is compared, by the names that binding.kind gives. An
  // object of one of them equals no object of another kind.
  const contentKinds = new Set(['Array', 'TypedArray', 'DataView', 'Set', 'Map', 'Date', 'RegExp', 'ArrayBuffer',
                                'Error', 'Number', 'String', 'Boolean', 'BigInt', 'Symbol']);
  // What cannot be looked into is equal to itself only.
  const opaqueKinds = new Set(['WeakMap', 'WeakSet', 'Promise']);

  function isIndex(key) {
    const n = key >>> 0;
    return String(n) === key && n <= maxIndex;
  }

  // keysOf reports a proxy that breaks its own rules in V8's words.
  function keysOf(obj) {
    try {
      return Object.keys(obj);
    } catch (err) {
      if (binding.kind(obj) === 'Proxy' && err instanceof TypeError) {
        err.message = err.message.replace('did not include non-configurable', 'did not include');
      }
      throw err;
    }
  }

  function ownKeys(obj, skipIndexes) {
    if (skipIndexes && binding.onlyElements(obj)) return [];
    const keys = keysOf(obj);
    return skipIndexes ? keys.filter((key) => !isIndex(key)) : keys;
  }

  function enumerableSymbols(obj) {
    return Object.getOwnPropertySymbols(obj).filter((s) => propertyIsEnumerable.call(obj, s));
  }

  function bytesOf(v) {
    return ArrayBuffer.isView(v) ? new Uint8Array(v.buffer, v.byteOffset, v.byteLength) : new Uint8Array(v);
  }

  function sameBytes(a, b) {
    return binding.sameBytes(bytesOf(a), bytesOf(b));
  }

  // partialItems finds the items of b in a, in order.
  function partialItems(a, b) {
    let at = 0;
    for (let i = 0; i < b.length; i++) {
      while (at < a.length && !Object.is(a[at], b[i])) at++;
      if (at++ >= a.length) return false;
    }
    return true;
  }

  function equal(a, b, mode, seen) {
    if (a === b) return a !== 0 || Object.is(a, b) || mode === LOOSE;
    if (mode !== LOOSE) {
      if (typeof a !== 'object') return typeof a === 'number' && Number.isNaN(a) && Number.isNaN(b);
      if (typeof b !== 'object' || a === null || b === null) return false;
      if (mode === STRICT && !sameClass(a, b)) return false;
    } else {
      if (a === null || typeof a !== 'object') {
        return (b === null || typeof b !== 'object') &&
          // eslint-disable-next-line eqeqeq
          (a == b || (Number.isNaN(a) && Number.isNaN(b)));
      }
      if (b === null || typeof b !== 'object') return false;
    }
    return toStringTag(a) === toStringTag(b) && objects(a, b, mode, seen);
  }

  // sameClass compares inherited constructors, or prototypes where there is
  // none.
  function sameClass(a, b) {
    if (a.constructor !== undefined && !hasOwnProperty.call(a, 'constructor')) return a.constructor === b.constructor;
    return Object.getPrototypeOf(a) === Object.getPrototypeOf(b);
  }

  function objects(a, b, mode, seen) {
    // Array.isArray looks through proxies, which the kind does not.
    const kind = Array.isArray(a) ? 'Array' : binding.kind(a);
    const other = Array.isArray(b) ? 'Array' : binding.kind(b);
    if (kind !== other) {
      const errors = (kind === 'Error' || a instanceof Error) && (other === 'Error' || b instanceof Error);
      if (!errors && (contentKinds.has(kind) || contentKinds.has(other))) return false;
    }
    if (opaqueKinds.has(kind) || opaqueKinds.has(other)) return false;
    return content(a, b, kind, mode, seen) && properties(a, b, kind, mode, seen);
  }

  // content compares what objects hold beside properties, as far as it does
  // not lead to other objects.
  function content(a, b, kind, mode, seen) {
    switch (kind) {
      case 'Array':
        return sizes(a.length, b.length, mode);
      case 'TypedArray':
        return typedArrays(a, b, mode);
      case 'DataView': case 'ArrayBuffer':
        return sameBytes(a, b) || (mode === PARTIAL && partialItems(bytesOf(a), bytesOf(b)));
      case 'Date':
        return Object.is(Date.prototype.getTime.call(a), Date.prototype.getTime.call(b));
      case 'RegExp':
        return a.source === b.source && a.flags === b.flags && a.lastIndex === b.lastIndex;
      case 'Number': case 'String': case 'Boolean': case 'BigInt': case 'Symbol':
        return Object.is(binding.primitive(a), binding.primitive(b));
      case 'Set': case 'Map':
        return sizes(a.size, b.size, mode);
    }
    if (kind === 'Error' || a instanceof Error) return errors(a, b, mode, seen);
    const keys = binding.sameKeys(a, b);
    if (keys !== undefined) return keys && sameUse(a, b, mode, seen);
    return !isURL(a) || isURL(b) && a.href === b.href;
  }

  // sameUse compares what two keys of the same secret may do, which only a
  // CryptoKey says.
  function sameUse(a, b, mode, seen) {
    return a.extractable === b.extractable && equal(a.algorithm, b.algorithm, mode, seen) && equal(a.usages, b.usages, mode, seen);
  }

  function isURL(v) {
    return Boolean(v.href && v.protocol && v.auth === undefined && v.path === undefined);
  }

  function sizes(a, b, mode) {
    return mode === PARTIAL ? a >= b : a === b;
  }

  function typedArrays(a, b, mode) {
    if (toStringTag(a) !== toStringTag(b) || binding.elements(a) !== binding.elements(b)) return false;
    if (mode === PARTIAL) return sameBytes(a, b) || partialItems(a, b);
    if (mode !== LOOSE || !/^Float/.test(binding.elements(a))) return sameBytes(a, b);
    return a.length === b.length && a.every((v, i) => v === b[i] || Number.isNaN(v) && Number.isNaN(b[i]));
  }

  function errors(a, b, mode, seen) {
    if (!(b instanceof Error) && binding.kind(b) !== 'Error') return false;
    for (const key of ['message', 'name']) {
      const enumerable = propertyIsEnumerable.call(a, key);
      if (enumerable !== propertyIsEnumerable.call(b, key) && mode !== PARTIAL) return false;
      if (mode === PARTIAL && key === 'message' && !hasOwnProperty.call(b, key)) continue;
      if (!enumerable && a[key] !== b[key]) return false;
    }
    for (const key of ['cause', 'errors']) {
      const own = hasOwnProperty.call(b, key);
      if (own !== hasOwnProperty.call(a, key) && (mode !== PARTIAL || own)) return false;
      if (own && !propertyIsEnumerable.call(b, key) && !equal(a[key], b[key], mode, seen)) return false;
    }
    return true;
  }

  function properties(a, b, kind, mode, seen) {
    const skipIndexes = kind === 'Array' || kind === 'TypedArray';
    const keys = ownKeys(b, skipIndexes);
    if (mode !== PARTIAL && keys.length !== ownKeys(a, skipIndexes).length) return false;
    for (const key of keys) if (!propertyIsEnumerable.call(a, key)) return false;
    const symbols = mode === LOOSE ? [] : enumerableSymbols(b);
    if (mode !== LOOSE && mode !== PARTIAL && enumerableSymbols(a).length !== symbols.length) return false;
    for (const s of symbols) if (!propertyIsEnumerable.call(a, s)) return false;

    // A cycle is equal to a cycle of the same shape.
    if (seen.left.has(a)) return seen.left.get(a) === b;
    if (seen.right.has(b)) return seen.right.get(b) === a;
    seen.left.set(a, b);
    seen.right.set(b, a);
    const result = members(a, b, kind, [...keys, ...symbols], mode, seen);
    seen.left.delete(a);
    seen.right.delete(b);
    return result;
  }

  function members(a, b, kind, keys, mode, seen) {
    if (kind === 'Map' && !maps(a, b, mode, seen)) return false;
    if (kind === 'Set' && !sets(a, b, mode, seen)) return false;
    if (kind === 'Array' && !arrays(a, b, mode, seen)) return false;
    for (const key of keys) if (!equal(a[key], b[key], mode, seen)) return false;
    return true;
  }

  // indexes are those of the items, without holes: an array may be four billion
  // long and hold one.
  function indexes(list) {
    return Object.keys(list).filter(isIndex);
  }

  // dense compares arrays of the same length without properties of their own.
  function dense(a, b, mode, seen) {
    for (let i = 0; i < a.length; i++) {
      if ((a[i] === undefined || b[i] === undefined) && hasOwnProperty.call(a, i) !== hasOwnProperty.call(b, i)) {
        return false;
      }
      if (!equal(a[i], b[i], mode, seen)) return false;
    }
    return true;
  }

  function arrays(a, b, mode, seen) {
    if (mode !== PARTIAL && binding.onlyElements(a) && binding.onlyElements(b)) return dense(a, b, mode, seen);
    const left = indexes(a);
    const right = indexes(b);
    if (mode === PARTIAL) return partialArray(a, b, left, right, seen);
    return left.length === right.length &&
      left.every((key, i) => key === right[i] && equal(a[key], b[key], mode, seen));
  }

  // partialArray finds the items of b in a, in order. Holes of b need no
  // partner.
  function partialArray(a, b, left, right, seen) {
    let at = 0;
    return right.every((key) => {
      while (at < left.length && !equal(a[left[at]], b[key], PARTIAL, seen)) at++;
      return at++ < left.length;
    });
  }

  function sets(a, b, mode, seen) {
    const rest = [];
    const matched = new Set();
    for (const v of b) {
      if (a.has(v)) matched.add(v);
      else if (mode !== LOOSE && !isObject(v)) return false;
      else rest.push(v);
    }
    return pair([...a].filter((v) => !matched.has(v)), rest, (x, y) => equal(x, y, mode, seen));
  }

  function maps(a, b, mode, seen) {
    const rest = [];
    const matched = new Set();
    for (const [key, v] of b) {
      if (a.has(key) && equal(a.get(key), v, mode, seen)) matched.add(key);
      else if (mode !== LOOSE && !isObject(key)) return false;
      else rest.push([key, v]);
    }
    return pair([...a].filter(([key]) => !matched.has(key)), rest,
                (x, y) => equal(x[0], y[0], mode, seen) && equal(x[1], y[1], mode, seen));
  }

  function isObject(v) {
    return v !== null && typeof v === 'object';
  }

  // pair finds a partner of its own among the candidates for each item.
  function pair(candidates, items, fits) {
    return items.every((item) => {
      const i = candidates.findIndex((c) => fits(c, item));
      if (i >= 0) candidates.splice(i, 1);
      return i >= 0;
    });
  }

  function compare(mode) {
    return (a, b) => equal(a, b, mode, { left: new Map(), right: new Map() });
  }

  return {
    isDeepEqual: compare(LOOSE),
    isDeepStrictEqual: compare(STRICT),
    isPartialStrictEqual: compare(PARTIAL),
    isSameShape: compare(SAME_SHAPE),
  };
})
