// Async functions with for await, written as generators that we drive, since the
// engine has no for await. A body awaits by `yield promise`; that of an async
// generator (lib.generate) yields by `yield lib.give(value)`. Each step takes as
// many turns of the microtask queue as the language says.
(function (lib) {
  'use strict';

  const { asyncIterator } = Symbol;

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

  Object.assign(lib, { spawn, forAwait });
})
