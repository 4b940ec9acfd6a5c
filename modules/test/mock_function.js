// Mocked functions and what is known of their calls.
(function (host) {
  'use strict';
  const { validateFunction, validateInteger } = host.errors;

  class MockFunctionContext {
    #calls = [];
    #once = new Map();
    #implementation;
    #original;
    #times;
    #putBack;

    constructor(implementation, original, times, putBack) {
      this.#implementation = implementation;
      this.#original = original;
      this.#times = times;
      this.#putBack = putBack;
    }

    get calls() { return [...this.#calls]; }

    callCount() { return this.#calls.length; }

    mockImplementation(implementation) {
      validateFunction(implementation, 'implementation');
      this.#implementation = implementation;
    }

    mockImplementationOnce(implementation, onCall) {
      validateFunction(implementation, 'implementation');
      const next = this.#calls.length;
      const call = onCall ?? next;
      validateInteger(call, 'onCall', next);
      this.#once.set(call, implementation);
    }

    restore() {
      if (this.#putBack === undefined) {
        this.#implementation = this.#original;
      } else {
        this.#putBack();
      }
    }

    resetCalls() { this.#calls = []; }

    // record runs one call by its implementation and keeps what came of it.
    static record(context, { args, target, receiver, run }) {
      const call = { __proto__: null, arguments: args, error: undefined, result: undefined, stack: new Error(), target, this: receiver };
      try {
        call.result = run(context.#next());
        if (target !== undefined) {
          call.this = call.result;
        }
        return call.result;
      } catch (err) {
        call.error = err;
        throw err;
      } finally {
        context.#calls.push(call);
      }
    }

    #next() {
      const call = this.#calls.length;
      const once = this.#once.get(call);
      this.#once.delete(call);
      if (call + 1 >= this.#times) {
        // The last call that is mocked: the next goes to the original.
        const last = this.#implementation;
        this.restore();
        return once ?? last;
      }
      return once ?? this.#implementation;
    }
  }

  const { record } = MockFunctionContext;
  delete MockFunctionContext.record;

  // intercept makes the function that a script calls.
  function intercept(original, context) {
    return new Proxy(original, {
      __proto__: null,
      apply(target, receiver, list) {
        const args = [...list]; // the engine goes on using its own
        return record(context, { args, receiver, run: (fn) => Reflect.apply(fn, receiver, args) });
      },
      construct(target, list, newTarget) {
        const args = [...list];
        return record(context, { args, target, run: (fn) => Reflect.construct(fn, args, newTarget) });
      },
      get(target, name, receiver) { return name === 'mock' ? context : Reflect.get(target, name, receiver); },
    });
  }

  return { MockFunctionContext, intercept };
})
