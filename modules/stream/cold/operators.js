// The methods of Readable that work on its chunks one by one (Node
// documentation, "readable.map" to "readable.reduce").
(function (lib, Stream, binding) {
  'use strict';

  const { argType, outOfRange, validateInteger, emptyReduce } = binding;
  const { checkFunction, checkSignal, abortError, finished, generate, forAwait, readableFrom, nop } = lib;
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

    async fill() {
      try {
        await forAwait(this.stream, async (chunk) => {
          if (this.done) return true;
          if (this.signal.aborted) throw abortError();
          this.add(this.call(chunk));
          if (!this.done && (this.promised.length >= this.highWaterMark || this.running >= this.concurrency)) {
            await new Promise((resolve) => {
              this.wakeReader = resolve;
            });
          }
          return this.done;
        });
        this.promised.push(end);
      } catch (err) {
        this.add(Promise.reject(err));
      } finally {
        this.done = true;
        this.wake();
      }
    }

    async drain(give) {
      this.signal = AbortSignal.any(this.outer);
      this.fill();
      try {
        for (;;) {
          while (this.promised.length > 0) {
            const value = await this.promised[0];
            if (value === end) return;
            if (this.signal.aborted) throw abortError();
            if (value !== skip) await give(value);
            this.promised.shift();
            this.makeRoom();
          }
          await new Promise((resolve) => {
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
    return generate((give) => window.drain(give));
  }

  function filtered(stream, fn, options) {
    checkFunction(fn, 'fn');
    return mapped(stream, async (chunk, opts) => (await fn(chunk, opts) ? chunk : skip), options);
  }

  function flattened(stream, fn, options) {
    const values = mapped(stream, fn, options);
    return generate((give) => forAwait(values, (value) => forAwait(value, async (v) => {
      await give(v);
    })));
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
    return generate(async (give) => {
      if (isAborted(options)) throw abortError();
      await forAwait(stream, async (chunk) => {
        if (isAborted(options)) throw abortError();
        if (left-- <= 0) await give(chunk);
      });
    });
  }

  function taken(stream, number, options) {
    checkOptions(options);
    let left = count(number);
    return generate(async (give) => {
      if (isAborted(options)) throw abortError();
      await forAwait(stream, async (chunk) => {
        if (isAborted(options)) throw abortError();
        if (left-- > 0) await give(chunk);
        return left <= 0;
      });
    });
  }

  async function first(stream, fn, options) {
    let found;
    await forAwait(filtered(stream, fn, options), (value) => {
      found = { value };
      return true;
    });
    return found;
  }

  async function reduce(stream, reducer, initial, options) {
    checkFunction(reducer, 'reducer');
    checkOptions(options);
    if (isAborted(options)) {
      const err = abortError(options.signal);
      stream.once('error', nop);
      await new Promise((resolve) => {
        finished(stream.destroy(err), () => resolve());
      });
      throw err;
    }
    const controller = new AbortController();
    const { signal } = controller;
    if (options != null && options.signal != null) {
      options.signal.addEventListener('abort', () => controller.abort(), { once: true, [resistStop]: true });
    }
    let held = initial;
    try {
      await forAwait(stream, async (value) => {
        if (isAborted(options)) throw abortError();
        if (held.length === 0) held = [value];
        else held = [await reducer(held[0], value, { signal })];
      });
      if (held.length === 0) throw emptyReduce();
    } finally {
      controller.abort();
    }
    return held[0];
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
    async proto_some(fn, options) {
      return (await first(this, fn, options)) !== undefined;
    },
    async proto_every(fn, options) {
      checkFunction(fn, 'fn');
      return (await first(this, async (...args) => !(await fn(...args)), options)) === undefined;
    },
    async proto_find(fn, options) {
      const found = await first(this, fn, options);
      return found && found.value;
    },
    async proto_forEach(fn, options) {
      checkFunction(fn, 'fn');
      await forAwait(mapped(this, async (chunk, opts) => {
        await fn(chunk, opts);
        return skip;
      }, options), nop);
    },
    proto_reduce(reducer, initial, options) {
      return reduce(this, reducer, arguments.length > 1 ? [initial] : [], options);
    },
    async proto_toArray(options) {
      checkOptions(options);
      const chunks = [];
      await forAwait(this, (chunk) => {
        if (isAborted(options)) throw abortError(options.signal);
        chunks.push(chunk);
      });
      return chunks;
    },
  });
})
