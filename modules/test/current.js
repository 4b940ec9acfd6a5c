// Which test is running: the one whose function is being called, or else the
// one that began last and has not settled. Functions that create tests without
// a context, and errors that nobody caught, belong to it.
(function (host) {
  'use strict';
  const { isPromise } = host.require('util/types');
  const { then } = Promise.prototype;

  const calls = [];
  const unsettled = [];

  // run calls fn as test.
  function run(test, fn) {
    calls.push(test);
    let result;
    try {
      result = fn();
    } finally {
      calls.pop();
    }
    return isPromise(result) ? during(test, result) : result;
  }

  // during keeps test current until the promise settles.
  function during(test, promise) {
    unsettled.push(test);
    const forget = () => { unsettled.splice(unsettled.lastIndexOf(test), 1); };
    Reflect.apply(then, promise, [forget, forget]);
    return promise;
  }

  function find() {
    return calls[calls.length - 1] ?? unsettled.findLast((test) => test.endTime === null);
  }

  return { during, find, run };
})
