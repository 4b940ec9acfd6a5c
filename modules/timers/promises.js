// timers/promises (Node documentation, "Timers Promises API"). The wrapper
// gets the callback functions and Node's argument checks.
(function (timers, check, makeAbortError, illegalConstructor) {
  'use strict';
  const resistStop = Symbol.for('nodejs.kResistStopPropagation');
  const { setTimeout: startTimeout, setInterval: startInterval, setImmediate: startImmediate,
    clearTimeout, clearInterval, clearImmediate } = timers;
  const { setTimeout, setImmediate, setInterval } = {
    setTimeout(delay, value, options = {}) {
      try {
        if (delay !== undefined) check.number(delay, 'delay');
        check.options(options);
      } catch (err) {
        return Promise.reject(err);
      }
      return wait(value, options, (done) => startTimeout(done, delay), clearTimeout);
    },

    setImmediate(value, options = {}) {
      try {
        check.options(options);
      } catch (err) {
        return Promise.reject(err);
      }
      return wait(value, options, startImmediate, clearImmediate);
    },

    setInterval(delay, value, options = {}) {
      return new Interval(delay, value, options);
    },
  };
  Object.defineProperty(setTimeout, 'length', { value: 2, configurable: true });
  Object.defineProperty(setImmediate, 'length', { value: 1, configurable: true });
  Object.defineProperty(setInterval, 'length', { value: 2, configurable: true });

  function wait(value, { signal, ref = true }, start, clear) {
    if (signal && signal.aborted) return Promise.reject(makeAbortError(signal.reason));
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        clear(timer);
        reject(makeAbortError(signal.reason));
      };
      const timer = start(() => {
        if (signal) signal.removeEventListener('abort', onAbort);
        resolve(value);
      });
      if (!ref) timer.unref();
      if (signal) signal.addEventListener('abort', onAbort, { [resistStop]: true });
    });
  }

  // Interval is what an async generator would be: the timer starts with the
  // first next(), ticks that nobody waited for are counted, and each next()
  // takes one.
  const AsyncIteratorPrototype = { [Symbol.asyncIterator]() { return this; } };
  class Interval {
    #delay;
    #value;
    #options;
    #timer;
    #state = 'new';
    #ticks = 0;
    #waiting = [];
    #queue = Promise.resolve();
    #onAbort;

    constructor(delay, value, options) {
      this.#delay = delay;
      this.#value = value;
      this.#options = options;
    }

    // Calls queue up, as those of an async generator do.
    #enqueue(fn) {
      const result = this.#queue.then(fn);
      this.#queue = result.catch(() => {});
      return result;
    }

    next() { return this.#enqueue(() => this.#next()); }

    return(value) {
      return this.#enqueue(() => {
        this.#finish();
        return { value, done: true };
      });
    }

    throw(err) {
      return this.#enqueue(() => {
        this.#finish();
        throw err;
      });
    }

    #next() {
      if (this.#state === 'done') return { value: undefined, done: true };
      if (this.#state === 'new') this.#start();
      const { signal } = this.#options;
      if (this.#ticks > 0) return this.#take();
      if (signal && signal.aborted) return this.#abort();
      return new Promise((resolve, reject) => {
        this.#waiting.push({ resolve: () => resolve(this.#take()), reject });
      });
    }

    #start() {
      const options = this.#options;
      try {
        if (this.#delay !== undefined) check.number(this.#delay, 'delay');
        check.options(options);
      } catch (err) {
        this.#state = 'done';
        throw err;
      }
      const { signal, ref = true } = options;
      if (signal && signal.aborted) this.#abort();
      this.#state = 'running';
      this.#timer = startInterval(() => {
        this.#ticks++;
        this.#wake();
      }, this.#delay);
      if (!ref) this.#timer.unref();
      if (signal) {
        this.#onAbort = () => {
          clearInterval(this.#timer);
          const waiter = this.#waiting.shift();
          if (waiter) {
            this.#finish();
            waiter.reject(makeAbortError(signal.reason));
          }
        };
        signal.addEventListener('abort', this.#onAbort, { [resistStop]: true });
      }
    }

    #wake() {
      const waiter = this.#waiting.shift();
      if (waiter) waiter.resolve();
    }

    #take() {
      this.#ticks--;
      return { value: this.#value, done: false };
    }

    #abort() {
      this.#finish();
      throw makeAbortError(this.#options.signal.reason);
    }

    #finish() {
      this.#state = 'done';
      if (this.#timer) clearInterval(this.#timer);
      if (this.#onAbort) this.#options.signal.removeEventListener('abort', this.#onAbort);
      this.#timer = this.#onAbort = undefined;
    }
  }
  Object.setPrototypeOf(Interval.prototype, AsyncIteratorPrototype);
  Object.defineProperty(Interval.prototype, Symbol.toStringTag, { value: 'AsyncGenerator', configurable: true });

  const kScheduler = Symbol('kScheduler');
  const allow = {};
  class Scheduler {
    constructor(key) {
      if (key !== allow) throw illegalConstructor();
      this[kScheduler] = true;
    }

    yield() { return setImmediate(); }

    wait(delay, options) { return setTimeout(delay, undefined, options); }
  }
  Object.defineProperty(Scheduler.prototype.wait, 'length', { value: 2, configurable: true });
  Object.defineProperty(Scheduler, 'length', { value: 0, configurable: true });

  return { setTimeout, setImmediate, setInterval, scheduler: new Scheduler(allow) };
})
