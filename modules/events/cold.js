(function (EventEmitter, binding) {
  'use strict';

  const asyncIterator = Symbol.asyncIterator;
  const resistStop = Symbol.for('nodejs.kResistStopPropagation');

  function abortError(signal) {
    const err = binding.withMessage('ABORT_ERR', 'The operation was aborted');
    err.name = 'AbortError';
    if (signal !== undefined) {
      Object.defineProperty(err, 'cause', {
        value: signal.reason, writable: true, configurable: true, enumerable: false,
      });
    }
    return err;
  }

  function checkOptions(options) {
    if (options !== undefined && (options === null || typeof options !== 'object')) {
      throw binding.argType('options', options, 'Object');
    }
    const signal = options === undefined ? undefined : options.signal;
    if (signal !== undefined &&
        (signal === null || typeof signal !== 'object' || !('aborted' in signal))) {
      throw binding.argType('options.signal', signal, 'AbortSignal');
    }
    return signal;
  }

  // add and remove work on emitters and on event targets alike.
  function add(emitter, name, listener, flags) {
    if (typeof emitter.on === 'function') {
      if (flags && flags.once) emitter.once(name, listener);
      else emitter.on(name, listener);
    } else if (typeof emitter.addEventListener === 'function') {
      emitter.addEventListener(name, listener, flags);
    } else {
      throw binding.argType('emitter', emitter, 'EventEmitter');
    }
  }

  function remove(emitter, name, listener) {
    if (typeof emitter.removeListener === 'function') {
      emitter.removeListener(name, listener);
    } else if (typeof emitter.removeEventListener === 'function') {
      emitter.removeEventListener(name, listener);
    } else {
      throw binding.argType('emitter', emitter, 'EventEmitter');
    }
  }

  // Async functions, so that bad arguments reject as they do on Node.
  async function once(emitter, name, options) {
    const signal = checkOptions(options);
    if (signal && signal.aborted) throw abortError(signal);
    return new Promise((resolve, reject) => {
      const cleanup = () => {
        remove(emitter, name, resolver);
        if (typeof emitter.removeListener === 'function') {
          emitter.removeListener('error', onError);
        }
        if (signal) signal.removeEventListener('abort', onAbort);
      };
      const onError = (err) => {
        cleanup();
        reject(err);
      };
      const resolver = (...args) => {
        cleanup();
        resolve(args);
      };
      const onAbort = () => {
        cleanup();
        reject(abortError(signal));
      };
      add(emitter, name, resolver, { once: true });
      if (name !== 'error' && typeof emitter.once === 'function') emitter.once('error', onError);
      if (signal) signal.addEventListener('abort', onAbort, { once: true, [resistStop]: true });
    });
  }

  function watermark(options, name, fallback) {
    const n = options === undefined || options[name] === undefined ? fallback : options[name];
    if (!Number.isInteger(n) && n !== Infinity) throw binding.argType(`options.${name}`, n, 'number');
    return n;
  }

  function on(emitter, event, options) {
    const signal = checkOptions(options);
    if (signal && signal.aborted) throw abortError(signal);
    const high = Math.min(watermark(options, 'highWaterMark', Number.MAX_SAFE_INTEGER), Number.MAX_SAFE_INTEGER);
    const low = watermark(options, 'lowWaterMark', 1);
    const events = [];
    const waiting = [];
    const added = [];
    let error = null;
    let finished = false;
    let paused = false;

    const listen = (name, listener) => {
      add(emitter, name, listener);
      added.push([name, listener]);
    };
    const finish = () => {
      while (added.length > 0) {
        const [name, listener] = added.pop();
        remove(emitter, name, listener);
      }
      if (signal) signal.removeEventListener('abort', onAbort);
      finished = true;
      paused = false; // what has ended needs no resume
      while (waiting.length > 0) waiting.shift().resolve({ value: undefined, done: true });
      return Promise.resolve({ value: undefined, done: true });
    };
    const fail = (err) => {
      if (waiting.length > 0) waiting.shift().reject(err);
      else error = err;
      finish();
    };
    const onAbort = () => fail(abortError(signal));
    // Iterators of Node's own hand out the first argument alone.
    const firstOnly = options !== undefined && options[Symbol.for('nodejs.kFirstEventParam')];
    const onEvent = (...args) => {
      const value = firstOnly ? args[0] : args;
      if (waiting.length > 0) {
        waiting.shift().resolve({ value, done: false });
        return;
      }
      events.push(value);
      if (!paused && events.length > high && typeof emitter.pause === 'function') {
        paused = true;
        emitter.pause();
      }
    };

    const iterator = {
      next() {
        if (events.length > 0) {
          const value = events.shift();
          if (paused && events.length < low) {
            emitter.resume();
            paused = false;
          }
          return Promise.resolve({ value, done: false });
        }
        if (error !== null) {
          const rejected = Promise.reject(error);
          error = null;
          return rejected;
        }
        if (finished) return finish();
        return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
      },
      return() {
        return finish();
      },
      throw(err) {
        if (!(err instanceof Error)) {
          throw binding.argType('EventEmitter.AsyncIterator', err, 'Error');
        }
        fail(err);
      },
      [asyncIterator]() {
        return this;
      },
      [Symbol.for('nodejs.watermarkData')]: {
        get size() { return events.length; },
        get low() { return low; },
        get high() { return high; },
        get isPaused() { return paused; },
      },
    };

    listen(event, onEvent);
    if (event !== 'error' && typeof emitter.on === 'function') listen('error', fail);
    const closers = options === undefined || options.close === undefined ? [] : options.close;
    for (const name of closers) listen(name, finish);
    if (signal) signal.addEventListener('abort', onAbort, { once: true, [resistStop]: true });
    return iterator;
  }

  function getEventListeners(target, name) {
    if (target !== null && typeof target === 'object' || typeof target === 'function') {
      if (typeof target.listeners === 'function') return target.listeners(name);
      const list = target[Symbol.for('gonode.eventtarget.listeners')];
      if (typeof list === 'function') return list.call(target, name);
    }
    throw binding.argType('emitter', target, 'EventEmitter', 'EventTarget');
  }

  function addAbortListener(signal, listener) {
    if (signal === undefined || signal === null || typeof signal !== 'object' || !('aborted' in signal)) {
      throw binding.argType('signal', signal, 'AbortSignal');
    }
    binding.checkListener(listener);
    let drop;
    if (signal.aborted) {
      queueMicrotask(() => listener());
    } else {
      signal.addEventListener('abort', listener, { once: true, [resistStop]: true });
      drop = () => signal.removeEventListener('abort', listener);
    }
    return {
      __proto__: null,
      [Symbol.dispose]() {
        if (drop !== undefined) drop();
      },
    };
  }

  // An emitter whose listeners run in the async context it was made in.
  function makeAsyncResourceEmitter(AsyncResource) {
    class EventEmitterReferencingAsyncResource extends AsyncResource {
      #emitter;

      constructor(emitter, type, options) {
        super(type, options);
        this.#emitter = emitter;
      }

      get eventEmitter() {
        return this.#emitter;
      }
    }

    // The engine's own error of this kind would not name the accessor.
    const undeclared = () =>
      new TypeError('Cannot read private member #asyncResource from an object whose class did not declare it');

    return class EventEmitterAsyncResource extends EventEmitter {
      #asyncResource;

      constructor(options = undefined) {
        let name;
        if (typeof options === 'string') {
          name = options;
          options = undefined;
        } else {
          if (new.target === EventEmitterAsyncResource) binding.validateString(options?.name, 'options.name');
          name = options?.name || new.target.name;
        }
        super(options);
        this.#asyncResource = new EventEmitterReferencingAsyncResource(this, name, options);
      }

      emit(event, ...args) {
        return this.#asyncResource.runInAsyncScope(super.emit, this, event, ...args);
      }

      emitDestroy() {
        this.#asyncResource.emitDestroy();
      }

      get asyncId() {
        if (!(#asyncResource in this)) throw undeclared();
        return this.#asyncResource.asyncId();
      }

      get triggerAsyncId() {
        if (!(#asyncResource in this)) throw undeclared();
        return this.#asyncResource.triggerAsyncId();
      }

      get asyncResource() {
        if (!(#asyncResource in this)) throw undeclared();
        return this.#asyncResource;
      }
    };
  }

  let AsyncResourceEmitter;
  return {
    once, on, getEventListeners, addAbortListener,
    get EventEmitterAsyncResource() {
      if (AsyncResourceEmitter === undefined) {
        AsyncResourceEmitter = makeAsyncResourceEmitter(binding.asyncResource());
      }
      return AsyncResourceEmitter;
    },
  };
})
