// Calling functions of tests and hooks: callbacks, promises and time limits.
(function (host) {
  'use strict';
  const { failure, kinds } = host.load('failure');
  const { setTimeout, clearTimeout } = host.require('timers');
  const { isPromise } = host.require('util/types');

  // invoke calls fn; if that has one parameter more than there are arguments,
  // it gets a callback and the result is a promise for it.
  function invoke(fn, receiver, args, fail) {
    if (fn.length !== args.length + 1) {
      return Reflect.apply(fn, receiver, args);
    }
    const { done, promise } = callback();
    const result = Reflect.apply(fn, receiver, [...args, done]);
    if (!isPromise(result)) {
      return promise;
    }
    fail(failure('passed a callback but also returned a Promise', kinds.callbackAndPromise));
    return result;
  }

  function callback() {
    let called = false;
    let settle;
    const promise = new Promise((resolve, reject) => {
      settle = (err) => err ? reject(err) : resolve();
    });
    const done = (err) => {
      if (called) {
        throw failure('callback invoked multiple times', kinds.multipleCallback);
      }
      called = true;
      settle(err);
    };
    return { done, promise };
  }

  // deadline is a promise that is rejected when the time is over, and resolved
  // when a signal says stop.
  function deadline(timeout, ...signals) {
    let timer;
    let stop;
    const promise = new Promise((resolve, reject) => {
      stop = () => resolve();
      if (timeout !== Infinity) {
        timer = setTimeout(() => reject(failure(`test timed out after ${timeout}ms`, kinds.timeout)), timeout);
      }
      for (const signal of signals) {
        signal?.addEventListener('abort', stop, { once: true });
      }
    });
    promise.catch(() => {}); // whoever waits sees it; nobody has to
    const dispose = () => {
      clearTimeout(timer);
      for (const signal of signals) {
        signal?.removeEventListener('abort', stop);
      }
    };
    return { dispose, promise };
  }

  // once makes an async function that runs fn on the first call only, and
  // gives every caller that result.
  function once(fn) {
    let result;
    return async (...args) => (result ??= (async () => fn(...args))());
  }

  // milliseconds is a duration with the precision of nanoseconds.
  function milliseconds(duration) { return Math.round(Math.max(duration, 0) * 1e6) / 1e6; }

  return { deadline, invoke, milliseconds, once };
})
