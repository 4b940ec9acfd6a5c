// Async generators, driven by generators: the engine has none. A body awaits by
// `yield promise` and yields by `yield give(value)`. Each step takes as many
// turns of the microtask queue as the language says.
(function (define, tag, iteratorPrototype) {
  'use strict';

  const isObject = (v) => v !== null && (typeof v === 'object' || typeof v === 'function');

  // Given is a value that a body yields, or passes on as it is from an inner
  // iterator. What a consumer's return() sends is left in it.
  class Given {
    returned;

    constructor(value, raw) {
      this.value = value;
      this.raw = raw;
    }
  }

  // Leave is what a body yields to return the value from where it is.
  class Leave {
    constructor(value) {
      this.value = value;
    }
  }

  const give = (value) => new Given(value, false);

  // Generator keeps the state of an object where nobody sees it.
  class Generator extends (function (o) { return o; }) {
    #steps;
    #state = 'start';
    #requests = [];
    #given;

    constructor(steps) {
      super(Object.create(prototype));
      this.#steps = steps;
    }

    // request answers a method of the prototype.
    static request(it, kind, value) {
      return new Promise((resolve, reject) => {
        if (!isObject(it) || !(#steps in it)) {
          throw new TypeError(`${kind} method called on incompatible receiver ${it}`);
        }
        it.#requests.push({ kind, value, resolve, reject });
        if (it.#requests.length === 1) Generator.#serve(it);
      });
    }

    // serve answers the first request, once nothing is under way.
    static #serve(it) {
      if (it.#requests.length === 0) return;
      const { kind, value } = it.#requests[0];
      if (it.#state === 'start' && kind !== 'next') it.#state = 'end';
      if (it.#state === 'end') {
        Generator.#afterEnd(it, kind, value);
      } else if (kind === 'return' && it.#state === 'yield') {
        it.#state = 'running';
        Generator.#await(it, value, 'return', it.#given);
      } else {
        it.#state = 'running';
        Generator.#go(it, kind, value);
      }
    }

    static #afterEnd(it, kind, value) {
      if (kind === 'next') {
        Generator.#answer(it, 'resolve', { value: undefined, done: true });
        return;
      }
      if (kind === 'throw') {
        Generator.#answer(it, 'reject', value);
        return;
      }
      const failed = (err) => Generator.#answer(it, 'reject', err);
      try {
        Promise.resolve(value).then((v) => Generator.#answer(it, 'resolve', { value: v, done: true }), failed);
      } catch (err) {
        failed(err);
      }
    }

    static #answer(it, how, value) {
      it.#requests.shift()[how](value);
      Generator.#serve(it);
    }

    // await goes on with the body, by the method, when a value has settled.
    static #await(it, value, method, given) {
      try {
        Promise.resolve(value).then((v) => {
          if (given) given.returned = v;
          Generator.#go(it, method, v);
        }, (err) => Generator.#go(it, 'throw', err));
      } catch (err) { // a getter of the promise
        Generator.#go(it, 'throw', err);
      }
    }

    static #go(it, method, sent) {
      let step;
      try {
        step = it.#steps[method](sent);
      } catch (err) {
        it.#state = 'end';
        Generator.#answer(it, 'reject', err);
        return;
      }
      const { value } = step;
      if (step.done) {
        it.#state = 'end';
        Generator.#answer(it, 'resolve', { value, done: true });
      } else if (value instanceof Leave) {
        Generator.#go(it, 'return', value.value);
      } else if (!(value instanceof Given)) {
        Generator.#await(it, value, 'next');
      } else if (value.raw) {
        Generator.#yield(it, value, value.value);
      } else {
        Generator.#settle(it, value);
      }
    }

    static #settle(it, given) {
      try {
        Promise.resolve(given.value).then((v) => Generator.#yield(it, given, v), (err) => Generator.#go(it, 'throw', err));
      } catch (err) {
        Generator.#go(it, 'throw', err);
      }
    }

    static #yield(it, given, value) {
      it.#given = given;
      it.#state = 'yield';
      Generator.#answer(it, 'resolve', { value, done: false });
    }
  }

  const prototype = Object.create(iteratorPrototype);
  for (const kind of ['next', 'return', 'throw']) {
    define(prototype, kind, kind, 1, function (value) { return Generator.request(this, kind, value); });
  }
  tag(prototype, 'AsyncGenerator');

  // generate runs a body, a generator function.
  const generate = (body) => new Generator(body());

  // start is what a rewritten async generator function returns.
  const start = (receiver, body, args) => new Generator(Reflect.apply(body, receiver, args ?? []));

  // fromSync gives an ordinary iterator the steps of an async one.
  function fromSync(iterator) {
    const { next } = iterator;
    const settled = (step, close) => {
      if (!isObject(step)) throw new TypeError(`Iterator result ${String(step)} is not an object`);
      const { done, value } = step;
      const failed = (err) => {
        if (close && !done) iterator.return?.();
        throw err;
      };
      let promise;
      try {
        promise = Promise.resolve(value);
      } catch (err) {
        failed(err);
      }
      return promise.then((v) => ({ value: v, done }), failed);
    };
    const attempt = (fn) => {
      try {
        return fn();
      } catch (err) {
        return Promise.reject(err);
      }
    };
    return {
      next: (v) => attempt(() => settled(Reflect.apply(next, iterator, [v]), true)),
      return: (v) => attempt(() => {
        const method = iterator.return;
        return method === undefined || method === null ? Promise.resolve({ value: v, done: true }) :
          settled(Reflect.apply(method, iterator, [v]), false);
      }),
      throw: (v) => attempt(() => {
        const method = iterator.throw;
        if (method !== undefined && method !== null) return settled(Reflect.apply(method, iterator, [v]), true);
        iterator.return?.();
        throw new TypeError('The iterator does not provide a \'throw\' method');
      }),
    };
  }

  function asyncIterator(iterable) {
    const method = iterable[Symbol.asyncIterator];
    const isAsync = method !== undefined && method !== null;
    const make = isAsync ? method : iterable[Symbol.iterator];
    if (typeof make !== 'function') throw new TypeError(`${shown(iterable)} is not async iterable`);
    const iterator = Reflect.apply(make, iterable, []);
    if (!isObject(iterator)) throw new TypeError(`Result of the Symbol.${isAsync ? 'asyncIterator' : 'iterator'} method is not an object`);
    return isAsync ? iterator : fromSync(iterator);
  }
  const shown = (v) => (isObject(v) ? Object.prototype.toString.call(v) : String(v));

  // delegate is `yield*` in a body, for use by yield*.
  function* delegate(iterable) {
    const iterator = asyncIterator(iterable);
    const { next } = iterator;
    let way = 'next';
    let sent;
    for (;;) {
      let method = way === 'next' ? next : iterator[way];
      if (method === undefined || method === null) {
        if (way === 'return') yield new Leave(yield sent);
        method = iterator.return;
        if (method !== undefined && method !== null) yield Reflect.apply(method, iterator, []);
        throw new TypeError('The iterator does not provide a \'throw\' method');
      }
      const result = yield Reflect.apply(method, iterator, [sent]);
      if (!isObject(result)) throw new TypeError(`Iterator result ${String(result)} is not an object`);
      if (result.done) {
        if (way === 'return') yield new Leave(result.value);
        return result.value;
      }
      const given = new Given(result.value, true);
      way = undefined;
      try {
        sent = yield given;
        way = 'next';
      } catch (err) {
        sent = err;
        way = 'throw';
      } finally {
        if (way === undefined) {
          way = 'return';
          sent = given.returned;
          continue; // in place of the return that is under way
        }
      }
    }
  }

  return { prototype, start, generate, give, delegate };
})
