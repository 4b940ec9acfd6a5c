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

  // hold makes test current from the next promise job on, as what runs before
  // that is not its own; the result ends that.
  function hold(test) {
    let held = true;
    Promise.resolve().then(() => {
      if (held) {
        begun.push(test);
      }
    });
    return () => {
      held = false;
      const at = begun.lastIndexOf(test);
      if (at >= 0) {
        begun.splice(at, 1);
      }
    };
  }

  function find() { return calls[calls.length - 1] ?? begun[begun.length - 1]; }

  return { find, hold, run };
})
