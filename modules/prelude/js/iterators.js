(function (define, tag, proto) {
  'use strict';
  // The methods of Iterator.prototype, of which Go holds the native faces, the
  // objects that some of them return, and what Iterator.from wraps with.

  const iteratorSymbol = Symbol.iterator;

  // Slot keeps the state of an object where nobody sees it.
  class Slot extends (function (o) { return o; }) {
    #state;
    constructor(o, state) { super(o); this.#state = state; }
    static of(o) { return o !== null && typeof o === 'object' && #state in o ? o.#state : undefined; }
  }

  const isObject = (v) => v !== null && (typeof v === 'object' || typeof v === 'function');

  // shown is a value as V8 words it where it is no function.
  function shown(v) {
    if (isObject(v)) return typeof v;
    if (v === undefined || v === null) return String(v);
    return `${typeof v} ${typeof v === 'string' ? JSON.stringify(v) : String(v)}`;
  }
  function receiver(v) {
    if (!isObject(v)) return typeof v === 'symbol' ? v.toString() : String(v);
    const name = typeof v.constructor === 'function' && v.constructor.name;
    return `#<${name || 'Object'}>`;
  }

  function need(it, method) {
    if (!isObject(it)) throw new TypeError(`Iterator.prototype.${method} called on non-object`);
  }

  // callable checks an argument and closes the iterator if it will not do.
  function callable(it, fn, text) {
    if (typeof fn === 'function') return;
    close(it);
    throw new TypeError(text ?? `${shown(fn)} is not a function`);
  }

  // close calls return on the way out of an error, which is the one that counts.
  function close(it) {
    try { it.return?.(); } catch { /* the first error is the one to report */ }
  }

  // finish calls return after a deliberate end.
  function finish(it) {
    const method = it.return;
    if (method === undefined || method === null) return;
    if (typeof method !== 'function') {
      throw new TypeError(`'${String(method)}' returned for property 'return' of object '${receiver(it)}' is not a function`);
    }
    const result = Reflect.apply(method, it, []);
    if (!isObject(result)) throw new TypeError(`${String(result)} is not an object`);
  }

  function step(source) {
    const { next } = source;
    if (typeof next !== 'function') throw new TypeError(`${shown(next)} is not a function`);
    const result = Reflect.apply(next, source.it, []);
    if (!isObject(result)) throw new TypeError(`Iterator result ${String(result)} is not an object`);
    return result;
  }

  const direct = (it) => ({ it, next: it.next });

  // user runs a callback and closes the iterator when it throws.
  function user(it, fn, ...args) {
    try { return fn(...args); } catch (err) { close(it); throw err; }
  }

  const helperProto = Object.create(proto);
  tag(helperProto, 'Iterator Helper');
  function helper(source, advance) {
    const obj = Object.create(helperProto);
    new Slot(obj, { source, advance, done: false, running: false, inner: null });
    return obj;
  }
  function helperState(o, method) {
    const state = Slot.of(o);
    if (!state?.advance) {
      throw new TypeError(`Method Iterator Helper.prototype.${method} called on incompatible receiver ${receiver(o)}`);
    }
    if (state.running) throw new TypeError('Generator is already running');
    return state;
  }
  define(helperProto, 'next', 'next', 0, function () {
    const state = helperState(this, 'next');
    if (state.done) return { value: undefined, done: true };
    state.running = true;
    try {
      const result = state.advance(state);
      if (result.done) state.done = true;
      return result;
    } catch (err) {
      state.done = true;
      throw err;
    } finally {
      state.running = false;
    }
  });
  define(helperProto, 'return', 'return', 0, function () {
    const state = helperState(this, 'return');
    if (!state.done) {
      state.done = true;
      if (state.inner) {
        try { finish(state.inner.it); } catch (err) { close(state.source.it); throw err; }
      }
      finish(state.source.it);
    }
    return { value: undefined, done: true };
  });
  const end = () => ({ value: undefined, done: true });
  const yields = (value) => ({ value, done: false });

  // limit reads the argument of take and drop.
  function limit(it, arg) {
    let n;
    try { n = Number(arg); } catch (err) { close(it); throw err; }
    if (Number.isNaN(n) || Math.trunc(n) < 0) {
      close(it);
      throw new RangeError(`${isObject(arg) && typeof arg !== 'function' ? receiver(arg) : String(arg)} must be positive`);
    }
    return Math.trunc(n);
  }

  // flattenable finds the iterator of what flatMap and Iterator.from get.
  function flattenable(v, method, stringsToo) {
    if (!isObject(v) && !(stringsToo && typeof v === 'string')) throw new TypeError(`${method} called on non-object`);
    const make = v[iteratorSymbol];
    if (make === undefined || make === null) return direct(v);
    if (typeof make !== 'function') {
      throw new TypeError(`'${String(make)}' returned for property 'Symbol(Symbol.iterator)' of object '${receiver(v)}' is not a function`);
    }
    const it = Reflect.apply(make, v, []);
    if (!isObject(it)) throw new TypeError(`${receiver(v)} is not iterable`);
    return direct(it);
  }

  // each runs over all values until visit returns an object to stop with.
  function each(it, fn, visit) {
    const source = direct(it);
    for (let i = 0; ; i++) {
      const result = step(source);
      if (result.done) return undefined;
      const stop = visit(result.value, user(it, fn, result.value, i), i);
      if (stop) {
        finish(it);
        return stop;
      }
    }
  }

  const wrapProto = Object.create(proto);
  const wrapped = (o, method) => {
    const state = Slot.of(o);
    if (!state?.wrapped) {
      throw new TypeError(`Method %WrapForValidIteratorPrototype%.${method} called on incompatible receiver ${receiver(o)}`);
    }
    return state.wrapped;
  };
  define(wrapProto, 'next', 'next', 0, function () {
    const source = wrapped(this, 'next');
    return Reflect.apply(source.next, source.it, []);
  });
  define(wrapProto, 'return', 'return', 0, function () {
    const { it } = wrapped(this, 'return');
    const method = it.return;
    return method === undefined || method === null ? end() : Reflect.apply(method, it, []);
  });

  return {
    from(v) {
      const source = flattenable(v, 'Iterator.from', true);
      if (Object.prototype.isPrototypeOf.call(proto, source.it)) return source.it;
      const obj = Object.create(wrapProto);
      new Slot(obj, { wrapped: source });
      return obj;
    },
    map(fn) {
      need(this, 'map');
      callable(this, fn);
      let i = 0;
      return helper(direct(this), ({ source }) => {
        const result = step(source);
        return result.done ? end() : yields(user(source.it, fn, result.value, i++));
      });
    },
    filter(fn) {
      need(this, 'filter');
      callable(this, fn);
      let i = 0;
      return helper(direct(this), ({ source }) => {
        for (;;) {
          const result = step(source);
          if (result.done) return end();
          const { value } = result;
          if (user(source.it, fn, value, i++)) return yields(value);
        }
      });
    },
    take(n) {
      need(this, 'take');
      let left = limit(this, n);
      return helper(direct(this), ({ source }) => {
        if (left <= 0) {
          finish(source.it);
          return end();
        }
        left--;
        const result = step(source);
        return result.done ? end() : yields(result.value);
      });
    },
    drop(n) {
      need(this, 'drop');
      let left = limit(this, n);
      return helper(direct(this), ({ source }) => {
        for (; left > 0; left--) {
          if (step(source).done) return end();
        }
        const result = step(source);
        return result.done ? end() : yields(result.value);
      });
    },
    flatMap(fn) {
      need(this, 'flatMap');
      callable(this, fn, 'Iterator.prototype.flatMap is not a function');
      let i = 0;
      return helper(direct(this), (state) => {
        const { it } = state.source;
        for (;;) {
          if (!state.inner) {
            const result = step(state.source);
            if (result.done) return end();
            const mapped = user(it, fn, result.value, i++);
            state.inner = user(it, flattenable, mapped, 'Iterator.prototype.flatMap', false);
          }
          const result = user(it, step, state.inner);
          if (!user(it, () => result.done)) return yields(user(it, () => result.value));
          state.inner = null;
        }
      });
    },
    reduce(fn, ...initial) {
      need(this, 'reduce');
      callable(this, fn);
      const source = direct(this);
      let i = 0, memo = initial[0];
      if (initial.length === 0) {
        const first = step(source);
        if (first.done) throw new TypeError('Reduce of a done iterator with no initial value');
        memo = first.value;
        i = 1;
      }
      for (; ; i++) {
        const result = step(source);
        if (result.done) return memo;
        memo = user(this, fn, memo, result.value, i);
      }
    },
    toArray() {
      need(this, 'toArray');
      const source = direct(this), out = [];
      for (let result; !(result = step(source)).done;) out[out.length] = result.value;
      return out;
    },
    forEach(fn) {
      need(this, 'forEach');
      callable(this, fn);
      each(this, fn, () => undefined);
    },
    some(fn) {
      need(this, 'some');
      callable(this, fn);
      return each(this, fn, (_, yes) => yes && this) !== undefined;
    },
    every(fn) {
      need(this, 'every');
      callable(this, fn);
      return each(this, fn, (_, yes) => !yes && this) === undefined;
    },
    find(fn) {
      need(this, 'find');
      callable(this, fn);
      return each(this, fn, (value, yes) => yes && { value })?.value;
    },
  };
})
