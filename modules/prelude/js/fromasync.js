(function () {
  'use strict';
  // Array.fromAsync.

  const isObject = (v) => v !== null && (typeof v === 'object' || typeof v === 'function');
  const constructs = (v) => {
    try { Reflect.construct(Object, [], v); return true; } catch { return false; }
  };

  async function settle(it) {
    try { await it.return?.(); } catch { /* the error that came first counts */ }
  }

  async function iterate(out, it, next, async, map, thisArg) {
    for (let i = 0; ; i++) {
      let result = Reflect.apply(next, it, []);
      if (async) result = await result;
      if (!isObject(result)) throw new TypeError(`Iterator result ${String(result)} is not an object`);
      if (result.done) {
        out.length = i;
        return out;
      }
      try {
        let { value } = result;
        if (!async) value = await value;
        if (map) value = await Reflect.apply(map, thisArg, [value, i]);
        put(out, i, value);
      } catch (err) {
        await settle(it);
        throw err;
      }
    }
  }

  function put(out, i, value) {
    Object.defineProperty(out, i, { value, writable: true, enumerable: true, configurable: true });
  }

  return async function (items, map, thisArg) {
    if (map !== undefined && typeof map !== 'function') throw new TypeError(`${String(map)} is not a function`);
    if (items === undefined || items === null) {
      throw new TypeError(`Cannot read properties of ${items} (reading 'Symbol(Symbol.asyncIterator)')`);
    }
    const asyncMethod = items[Symbol.asyncIterator];
    if (asyncMethod !== undefined && asyncMethod !== null && typeof asyncMethod !== 'function') {
      throw new TypeError('Array.fromAsync requires that the property of the first argument, ' +
        'items[Symbol.asyncIterator], when exists, be a function');
    }
    const method = asyncMethod ?? items[Symbol.iterator];
    const make = (...args) => (constructs(this) ? new this(...args) : Array(...args));
    if (method !== undefined && method !== null) {
      const out = make();
      const it = Reflect.apply(method, items, []);
      return iterate(out, it, it.next, method === asyncMethod, map, thisArg);
    }
    const list = Object(items);
    const n = Math.min(Math.max(Math.trunc(Number(list.length)) || 0, 0), Number.MAX_SAFE_INTEGER);
    const out = make(n);
    for (let i = 0; i < n; i++) {
      let value = await list[i];
      if (map) value = await Reflect.apply(map, thisArg, [value, i]);
      put(out, i, value);
    }
    out.length = n;
    return out;
  };
})
