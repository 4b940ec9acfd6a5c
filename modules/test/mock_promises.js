// timers/promises for mock.timers, on top of a queue of held back timers.
(function (host) {
  'use strict';
  const { checkSignal } = host.load('options');

  function promiseTimers({ add, remove }) {
    // after is a promise for a value some time later; a signal ends it.
    function after(delay, value, { signal } = {}) {
      return new Promise((resolve, reject) => {
        checkSignal(signal);
        if (signal?.aborted) {
          reject(aborted(signal));
          return;
        }
        const stop = () => {
          remove(timer);
          reject(aborted(signal));
        };
        const timer = add(() => {
          signal?.removeEventListener('abort', stop);
          resolve(value);
        }, delay);
        signal?.addEventListener('abort', stop, { once: true });
      });
    }

    return {
      setTimeout: function setTimeout(delay, value, options) { return after(atLeastOne(delay), value, options); },
      setImmediate: function setImmediate(value, options) { return after(0, value, options); },
      setInterval: function setInterval(delay, value, options) {
        return ticks(add, remove, atLeastOne(delay), value, options);
      },
      wait: function wait(delay, options) { return after(atLeastOne(delay), undefined, options); },
    };
  }

  // ticks is the async iterator of an interval.
  function ticks(add, remove, interval, value, { signal } = {}) {
    checkSignal(signal);
    let missed = 0;
    let waiting;
    let failed;
    let over = false;
    const timer = add(() => {
      if (waiting === undefined) {
        missed++;
      } else {
        waiting.resolve({ value, done: false });
        waiting = undefined;
      }
    }, interval, interval);
    const end = () => {
      over = true;
      remove(timer);
      signal?.removeEventListener('abort', abort);
      waiting?.resolve({ value: undefined, done: true });
      waiting = undefined;
    };
    const abort = () => {
      failed = aborted(signal);
      waiting?.reject(failed);
      waiting = undefined;
      end();
    };
    signal?.addEventListener('abort', abort, { once: true });
    if (signal?.aborted) {
      abort();
    }
    return {
      next() {
        if (failed !== undefined) {
          return Promise.reject(failed);
        }
        if (over) {
          return Promise.resolve({ value: undefined, done: true });
        }
        if (missed > 0) {
          missed--;
          return Promise.resolve({ value, done: false });
        }
        return new Promise((resolve, reject) => { waiting = { resolve, reject }; });
      },
      async return() {
        end();
        return { value: undefined, done: true };
      },
      [Symbol.asyncIterator]() { return this; },
    };
  }

  function atLeastOne(delay) { return delay >= 1 ? delay : 1; }

  function aborted(signal) {
    const err = new Error('The operation was aborted', { cause: signal.reason });
    err.name = 'AbortError';
    err.code = 'ABORT_ERR';
    return err;
  }

  return { promiseTimers };
})
