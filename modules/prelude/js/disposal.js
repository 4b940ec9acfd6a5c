(function (define, getter, tag, klass, SuppressedError) {
  'use strict';
  // DisposableStack and AsyncDisposableStack.

  const { dispose, asyncDispose } = Symbol;

  class Slot extends (function (o) { return o; }) {
    #state;
    constructor(o, state) { super(o); this.#state = state; }
    static of(o) { return o !== null && typeof o === 'object' && #state in o ? o.#state : undefined; }
  }

  const isObject = (v) => v !== null && (typeof v === 'object' || typeof v === 'function');
  function receiver(v) {
    if (!isObject(v)) return typeof v === 'symbol' ? v.toString() : String(v);
    return `#<${(typeof v.constructor === 'function' && v.constructor.name) || 'Object'}>`;
  }

  function suppress(failure, err) {
    if (!failure) return { error: err };
    return { error: new SuppressedError(err, failure.error, 'An error was suppressed during disposal') };
  }

  // syncDisposal calls the methods in turn, the last one first.
  function syncDisposal(list) {
    let failure;
    for (let i = list.length - 1; i >= 0; i--) {
      try { list[i].call(); } catch (err) { failure = suppress(failure, err); }
    }
    if (failure) throw failure.error;
  }

  async function asyncDisposal(list) {
    let failure, waited = false, empty = false;
    for (let i = list.length - 1; i >= 0; i--) {
      if (!list[i].call) {
        empty = true;
        continue;
      }
      try {
        const result = list[i].call();
        if (list[i].wait) {
          waited = true;
          await result;
        }
      } catch (err) { failure = suppress(failure, err); }
    }
    if (empty && !waited) await undefined;
    if (failure) throw failure.error;
  }

  // methodOf finds what disposes of a value in use().
  function methodOf(value, async) {
    if (!isObject(value)) throw new TypeError('An object is expected with `using` declarations');
    let key = dispose, wait = false, method;
    if (async) {
      method = value[asyncDispose];
      wait = true;
      key = asyncDispose;
    }
    if (method === undefined || method === null) {
      key = dispose;
      method = value[dispose];
    }
    if (typeof method !== 'function') throw new TypeError(`${String(key)} is not a function`);
    // What Symbol.dispose returns is not waited for, but the turn is.
    return key === asyncDispose || !async ?
      { wait, call: () => Reflect.apply(method, value, []) } :
      { wait, call: () => { Reflect.apply(method, value, []); } };
  }

  function make(name, async) {
    const Class = klass(name, 0, (newTarget, proto) => {
      if (newTarget === undefined) throw new TypeError(`Constructor ${name} requires 'new'`);
      const obj = Object.create(proto);
      new Slot(obj, { async, list: [], disposed: false });
      return obj;
    });
    const proto = Class.prototype;
    const state = (o, method) => {
      const s = Slot.of(o);
      if (!s || s.async !== async) {
        throw new TypeError(`Method ${method.replace('.', `${name}.prototype.`)} called on incompatible receiver ${receiver(o)}`);
      }
      return s;
    };
    const open = (o, method) => {
      const s = state(o, `.${method}`);
      if (s.disposed) {
        throw new ReferenceError(`Cannot call ${name}.prototype.${method} on an already-disposed DisposableStack`);
      }
      return s;
    };
    const needFunction = (fn) => {
      if (typeof fn !== 'function') throw new TypeError(`${String(fn)} is not a function`);
    };
    define(proto, 'use', 'use', 1, function (value) {
      const s = open(this, 'use');
      if (value !== null && value !== undefined) s.list.push(methodOf(value, async));
      else if (async) s.list.push({});
      return value;
    });
    define(proto, 'adopt', 'adopt', 2, function (value, fn) {
      const s = open(this, 'adopt');
      needFunction(fn);
      s.list.push({ wait: async, call: () => fn(value) });
      return value;
    });
    define(proto, 'defer', 'defer', 1, function (fn) {
      const s = open(this, 'defer');
      needFunction(fn);
      s.list.push({ wait: async, call: () => fn() });
    });
    define(proto, 'move', 'move', 0, function () {
      const s = open(this, 'move');
      const moved = Object.create(proto);
      new Slot(moved, { async, list: s.list, disposed: false });
      s.list = [];
      s.disposed = true;
      return moved;
    });
    const disposal = async ? function () {
      const s = Slot.of(this);
      if (!s || !s.async) return Promise.reject(new TypeError('Receiver is not an AsyncDisposableStack'));
      if (s.disposed) return Promise.resolve();
      s.disposed = true;
      return asyncDisposal(s.list);
    } : function () {
      const s = state(this, '.dispose');
      if (s.disposed) return;
      s.disposed = true;
      syncDisposal(s.list);
    };
    const method = async ? 'disposeAsync' : 'dispose';
    define(proto, method, method, 0, disposal);
    getter(proto, 'disposed', function () { return state(this, 'get .disposed').disposed; });
    define(proto, async ? asyncDispose : dispose, null, 0, proto[method]);
    tag(proto, name);
    return Class;
  }

  return { DisposableStack: make('DisposableStack', false), AsyncDisposableStack: make('AsyncDisposableStack', true) };
})
