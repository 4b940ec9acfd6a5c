// Which test is running: the one whose function is being called, or else the
// one that began last and has not ended. Functions that create tests without a
// context, and errors that nobody caught, belong to it.
(function () {
  'use strict';

  const calls = [];
  const begun = [];

  // run calls fn as test.
  function run(test, fn) {
    calls.push(test);
    try {
      return fn();
    } finally {
      calls.pop();
    }
  }

  // during calls an async function and keeps test current until that settles.
  async function during(test, fn) {
    begun.push(test);
    try {
      return await fn();
    } finally {
      begun.splice(begun.lastIndexOf(test), 1);
    }
  }

  function find() { return calls[calls.length - 1] ?? begun[begun.length - 1]; }

  return { during, find, run };
})
