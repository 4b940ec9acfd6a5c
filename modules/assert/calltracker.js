// The old class CallTracker (Node documentation, "Class: assert.CallTracker").
(function (binding, AssertionError) {
  'use strict';

  const [noop] = [() => {}]; // without a name

  class Context {
    #expected;
    #calls = [];
    #name;
    #trace = new Error();

    constructor(expected, name) {
      this.#expected = expected;
      this.#name = name;
    }

    track(thisArg, args) {
      this.#calls.push(Object.freeze({ thisArg, arguments: Object.freeze([...args]) }));
    }

    reset() { this.#calls = []; }

    get calls() { return Object.freeze([...this.#calls]); }

    report() {
      const count = this.#calls.length;
      if (count === this.#expected) return undefined;
      return {
        message: `Expected the ${this.#name} function to be executed ${this.#expected} time(s) ` +
          `but was executed ${count} time(s).`,
        actual: count,
        expected: this.#expected,
        operator: this.#name,
        stack: this.#trace,
      };
    }
  }

  return class CallTracker {
    #checks = new Set();
    #contexts = new WeakMap();

    constructor() {
      binding.warn('assert.CallTracker is deprecated.', 'DEP0173');
    }

    #contextOf(tracked) {
      const context = typeof tracked === 'function' ? this.#contexts.get(tracked) : undefined;
      if (context === undefined) throw binding.argValue('tracked', tracked, 'is not a tracked function');
      return context;
    }

    reset(tracked) {
      if (tracked === undefined) {
        for (const check of this.#checks) check.reset();
        return;
      }
      this.#contextOf(tracked).reset();
    }

    getCalls(tracked) { return this.#contextOf(tracked).calls; }

    calls(fn, expected = 1) {
      if (process._exiting) {
        throw binding.coded('Error', 'ERR_UNAVAILABLE_DURING_EXIT',
                            'Cannot call function in process exit handler');
      }
      if (typeof fn === 'number') {
        expected = fn;
        fn = noop;
      } else if (fn === undefined) {
        fn = noop;
      }
      binding.validateCount(expected, 'expected');
      const context = new Context(expected, fn.name || 'calls');
      const tracked = new Proxy(fn, {
        __proto__: null,
        apply(target, thisArg, args) {
          context.track(thisArg, args);
          return Reflect.apply(target, thisArg, args);
        },
      });
      this.#checks.add(context);
      this.#contexts.set(tracked, context);
      return tracked;
    }

    report() {
      const errors = [];
      for (const check of this.#checks) {
        const problem = check.report();
        if (problem !== undefined) errors.push(problem);
      }
      return errors;
    }

    verify() {
      const errors = this.report();
      if (errors.length === 0) return;
      const message = errors.length === 1 ? errors[0].message :
        'Functions were not called the expected number of times';
      throw new AssertionError({ message, details: errors });
    }
  };
})
