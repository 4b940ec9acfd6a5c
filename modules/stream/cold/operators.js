// The methods of Readable that work on its chunks one by one (Node
// documentation, "readable.map" to "readable.reduce").
(function (lib, Stream, binding) {
  'use strict';

  const { argType, outOfRange, validateInteger, emptyReduce } = binding;
  const { checkFunction, checkSignal, abortError, finished, spawn, generate, give, forAwait, readableFrom, nop } = lib;
  const resistStop = Symbol.for('nodejs.kResistStopPropagation');
  const skip = { toString: () => 'a chunk that is left out' };
  const end = { toString: () => 'the end of a stream' };

  function checkOptions(options) {
    if (options == null) return;
    if (typeof options !== 'object') throw argType('options', options, 'Object');
    if (options.signal != null) checkSignal(options.signal, 'options.signal');
  }

  const isAborted = (options) => options != null && options.signal != null && options.signal.aborted;

  // Window holds what the calls of map's function have promised, in the order
  // of the chunks. The source is read while there is room in it.
  class Window {
    constructor(stream, fn, options) {
      this.stream = stream;
      this.fn = fn;
      this.concurrency = 1;
      if (options != null && options.concurrency != null) this.concurrency = Math.floor(options.concurrency);
      this.highWaterMark = this.concurrency - 1;
      if (options != null && options.highWaterMark != null) this.highWaterMark = Math.floor(options.highWaterMark);
      validateInteger(this.concurrency, 'options.concurrency', 1);
      validateInteger(this.highWaterMark, 'options.highWaterMark', 0);
      this.highWaterMark += this.concurrency;
      this.outer = options != null && options.signal != null ? [options.signal] : [];
      this.promised = [];
      this.running = 0;
      this.done = false;
      this.wakeReader = null;
      this.wakeWriter = null;
      this.onSettled = () => {
        this.running--;
        this.makeRoom();
      };
      this.onFailed = () => {
        this.done = true;
        this.onSettled();
      };
    }

    makeRoom() {
      if (this.wakeReader && !this.done && this.running < this.concurrency && this.promised.length < this.highWaterMark) {
        this.wakeReader();
        this.wakeReader = null;
      }
    }

    add(promise) {
      this.running++;
      promise.then(this.onSettled, this.onFailed);
      this.promised.push(promise);
      this.wake();
    }

    wake() {
      if (this.wakeWriter) this.wakeWriter();
      this.wakeWriter = null;
    }

    call(chunk) {
      try {
        return Promise.resolve(this.fn(chunk, { signal: this.signal }));
      } catch (err) {
        return Promise.reject(err);
      }
    }

    * fill() {
      const window = this;
      try {
        yield* forAwait(this.stream, function* (chunk) {
          if (window.done) return true;
          if (window.signal.aborted) throw abortError();
          window.add(window.call(chunk));
          if (!window.done && (window.promised.length >= window.highWaterMark || window.running >= window.concurrency)) {
            yield new Promise((resolve) => {
              window.wakeReader = resolve;
            });
          }
          return false;
        });
        this.promised.push(end);
      } catch (err) {
        this.add(Promise.reject(err));
      } finally {
        this.done = true;
        this.wake();
      }
    }

    * drain() {
      this.signal = AbortSignal.any(this.outer);
      spawn(() => this.fill());
      try {
        for (;;) {
          while (this.promised.length > 0) {
            const value = yield this.promised[0];
            if (value === end) return;
            if (this.signal.aborted) throw abortError();
            if (value !== skip) yield give(value);
            this.promised.shift();
            this.makeRoom();
          }
          yield new Promise((resolve) => {
            this.wakeWriter = resolve;
          });
        }
      } finally {
        this.done = true;
        if (this.wakeReader) this.wakeReader();
        this.wakeReader = null;
      }
    }
  }

  function mapped(stream, fn, options) {
    checkFunction(fn, 'fn');
    checkOptions(options);
    const window = new Window(stream, fn, options);
    return generate(() => window.drain());
  }

  function filtered(stream, fn, options) {
    checkFunction(fn, 'fn');
    return mapped(stream, async (chunk, opts) => (await fn(chunk, opts) ? chunk : skip), options);
  }

  function flattened(stream, fn, options) {
    const values = mapped(stream, fn, options);
    const giveOne = function* (value) {
      yield give(value);
    };
    return generate(() => forAwait(values, (value) => forAwait(value, giveOne)));
  }

  function count(number) {
    const n = Number(number);
    if (Number.isNaN(n)) return 0;
    if (n < 0) throw outOfRange('number', '>= 0', n);
    return n;
  }

  function dropped(stream, number, options) {
    checkOptions(options);
    let left = count(number);
    return generate(function* () {
      if (isAborted(options)) throw abortError();
      yield* forAwait(stream, function* (chunk) {
        if (isAborted(options)) throw abortError();
        if (left-- <= 0) yield give(chunk);
      });
    });
  }

  function taken(stream, number, options) {
    checkOptions(options);
    let left = count(number);
    return generate(function* () {
      if (isAborted(options)) throw abortError();
      yield* forAwait(stream, function* (chunk) {
        if (isAborted(options)) throw abortError();
        if (left-- > 0) yield give(chunk);
        return left <= 0;
      });
    });
  }

  // first finds a chunk that fn answers yes to: [chunk], or nothing.
  function* first(stream, fn, options) {
    let found;
    yield* forAwait(filtered(stream, fn, options), function* (value) {
      found = [value];
      return true;
    });
    return found;
  }

  const some = (stream, fn, options) => spawn(function* () {
    return (yield* first(stream, fn, options)) !== undefined;
  });

  function* reduce(stream, reducer, held, options) {
    checkFunction(reducer, 'reducer');
    checkOptions(options);
    if (isAborted(options)) {
      const err = abortError(options.signal);
      stream.once('error', nop);
      yield new Promise((resolve) => {
        finished(stream.destroy(err), () => resolve());
      });
      throw err;
    }
    const controller = new AbortController();
    const { signal } = controller;
    if (options != null && options.signal != null) {
      options.signal.addEventListener('abort', () => controller.abort(), { once: true, [resistStop]: true });
    }
    try {
      yield* forAwait(stream, function* (value) {
        if (isAborted(options)) throw abortError();
        held = held.length === 0 ? [value] : [yield reducer(held[0], value, { signal })];
      });
      if (held.length === 0) throw emptyReduce();
    } finally {
      controller.abort();
    }
    return held[0];
  }

  function* toArray(stream, options) {
    checkOptions(options);
    const chunks = [];
    yield* forAwait(stream, function* (chunk) {
      if (isAborted(options)) throw abortError(options.signal);
      chunks.push(chunk);
    });
    return chunks;
  }

  Object.assign(lib, {
    proto_map(fn, options) {
      return readableFrom(mapped(this, fn, options));
    },
    proto_filter(fn, options) {
      return readableFrom(filtered(this, fn, options));
    },
    proto_flatMap(fn, options) {
      return readableFrom(flattened(this, fn, options));
    },
    proto_drop(number, options) {
      return readableFrom(dropped(this, number, options));
    },
    proto_take(number, options) {
      return readableFrom(taken(this, number, options));
    },
    proto_some(fn, options) {
      return some(this, fn, options);
    },
    async proto_every(fn, options) {
      checkFunction(fn, 'fn');
      return !(await some(this, async (...args) => !(await fn(...args)), options));
    },
    proto_find(fn, options) {
      const stream = this;
      return spawn(function* () {
        const found = yield* first(stream, fn, options);
        return found && found[0];
      });
    },
    proto_forEach(fn, options) {
      const stream = this;
      return spawn(function* () {
        checkFunction(fn, 'fn');
        yield* forAwait(mapped(stream, async (chunk, opts) => {
          await fn(chunk, opts);
          return skip;
        }, options), function* () {});
      });
    },
    proto_reduce(reducer, initial, options) {
      const held = arguments.length > 1 ? [initial] : [];
      return spawn(() => reduce(this, reducer, held, options));
    },
    proto_toArray(options) {
      return spawn(() => toArray(this, options));
    },
  });
})
