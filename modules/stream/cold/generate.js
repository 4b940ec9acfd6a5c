// Async functions and async generators with for await, written as generators
// that we drive, since the engine has neither for await nor async generators.
// A body awaits by `yield promise` and yields by `yield give(value)`. Each step
// takes as many turns of the microtask queue as the language says.
(function (lib) {
  'use strict';

  const { asyncIterator, toStringTag } = Symbol;

  class Given {
    constructor(value) {
      this.value = value;
    }
  }

  const give = (value) => new Given(value);

  // spawn runs an async function's body.
  const spawn = (body) => new Promise((resolve, reject) => {
    const steps = body();
    const go = (method, sent) => {
      let step;
      try {
        step = steps[method](sent);
      } catch (err) {
        reject(err);
        return;
      }
      if (step.done) resolve(step.value);
      else Promise.resolve(step.value).then((v) => go('next', v), (err) => go('throw', err));
    };
    go('next');
  });

  // AsyncGenerator runs an async generator's body; requests queue up.
  class AsyncGenerator {
    #steps;
    #state = 'start';
    #requests = [];

    constructor(steps) {
      this.#steps = steps;
    }

    next(value) {
      return this.#request('next', value);
    }

    return(value) {
      return this.#request('return', value);
    }

    throw(err) {
      return this.#request('throw', err);
    }

    [asyncIterator]() {
      return this;
    }

    get [toStringTag]() {
      return 'AsyncGenerator';
    }

    #request(kind, value) {
      return new Promise((resolve, reject) => {
        this.#requests.push({ kind, value, resolve, reject });
        if (this.#requests.length === 1) this.#serve();
      });
    }

    // serve answers the first request, once nothing is under way.
    #serve() {
      if (this.#requests.length === 0) return;
      const { kind, value } = this.#requests[0];
      if (this.#state === 'start' && kind !== 'next') this.#state = 'end';
      if (this.#state === 'end') {
        this.#afterEnd(kind, value);
      } else if (kind === 'return' && this.#state === 'yield') {
        this.#state = 'running';
        Promise.resolve(value).then((v) => this.#go('return', v), (err) => this.#go('throw', err));
      } else {
        this.#state = 'running';
        this.#go(kind, value);
      }
    }

    #afterEnd(kind, value) {
      if (kind === 'next') {
        this.#answer('resolve', { value: undefined, done: true });
      } else if (kind === 'throw') {
        this.#answer('reject', value);
      } else {
        Promise.resolve(value).then((v) => this.#answer('resolve', { value: v, done: true }), (err) => this.#answer('reject', err));
      }
    }

    #answer(how, value) {
      this.#requests.shift()[how](value);
      this.#serve();
    }

    #go(method, sent) {
      let step;
      try {
        step = this.#steps[method](sent);
      } catch (err) {
        this.#state = 'end';
        this.#answer('reject', err);
        return;
      }
      const { value } = step;
      if (step.done) {
        this.#state = 'end';
        this.#answer('resolve', { value, done: true });
      } else if (value instanceof Given) {
        Promise.resolve(value.value).then((v) => {
          this.#state = 'yield';
          this.#answer('resolve', { value: v, done: false });
        }, (err) => this.#go('throw', err));
      } else {
        Promise.resolve(value).then((v) => this.#go('next', v), (err) => this.#go('throw', err));
      }
    }
  }

  const generate = (body) => new AsyncGenerator(body());

  // forAwait is `for await (const value of iterable)`, for use by yield*;
  // each, a generator too, breaks the loop by answering true.
  function* forAwait(iterable, each) {
    const isAsync = typeof iterable[asyncIterator] === 'function';
    const iterator = isAsync ? iterable[asyncIterator]() : iterable[Symbol.iterator]();
    const { next } = iterator;
    for (;;) {
      const step = isAsync ? yield next.call(iterator) : yield settled(next.call(iterator));
      if (step.done) return;
      let way;
      try {
        way = (yield* each(step.value)) ? 'break' : 'continue';
      } catch (err) {
        way = 'throw';
        yield* closeQuietly(iterator);
        throw err;
      } finally {
        // Without a way, the consumer returned.
        if ((way === undefined || way === 'break') && iterator.return) yield iterator.return();
      }
      if (way === 'break') return;
    }
  }

  // settled is a step of an ordinary iterator as for await takes it.
  function settled(step) {
    return Promise.resolve(step.value).then((value) => ({ value, done: step.done }));
  }

  // closeQuietly ends an iterator because of an exception, which counts more
  // than what the iterator throws.
  function* closeQuietly(iterator) {
    try {
      if (iterator.return) yield iterator.return();
    } catch {
      // See above.
    }
  }

  Object.assign(lib, { spawn, generate, give, forAwait });
})
