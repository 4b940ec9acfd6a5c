// t.plan: how many assertions and subtests a test is to make.
(function (host) {
  'use strict';
  const { argType, validateObject } = host.errors;
  const { failure, kinds } = host.load('failure');
  const { maxTimeout, range, uint32 } = host.load('options');
  const { setTimeout, clearTimeout } = host.require('timers');

  class Plan {
    actual = 0;
    finish = null;
    waited = false; // for the last one, which has come

    constructor(count, options = {}) {
      uint32(count, 'count', 0);
      validateObject(options, 'options');
      this.expected = count;
      this.wait = waitOf(options.wait);
    }

    // step counts an assertion or a subtest.
    step() {
      this.actual++;
      if (this.actual === this.expected) {
        this.finish?.();
      }
    }

    check() {
      if (!this.waited && this.actual !== this.expected) {
        throw failure(`plan expected ${this.expected} assertions but received ${this.actual}`, kinds.code);
      }
    }

    // done waits until everything has come, for as long as wait allows.
    done() {
      if (this.wait === false || this.actual >= this.expected) {
        return undefined;
      }
      return new Promise((resolve, reject) => {
        const timer = this.wait === true ? undefined : setTimeout(() => reject(this.late()), this.wait);
        this.finish = () => {
          this.waited = true;
          clearTimeout(timer);
          resolve();
        };
      });
    }

    late() {
      return failure(`plan timed out after ${this.wait}ms with ${this.actual} assertions when expecting ${this.expected}`,
                     kinds.timeout);
    }
  }

  function waitOf(wait) {
    switch (typeof wait) {
      case 'undefined':
        return false;
      case 'boolean':
        return wait;
      case 'number':
        range(wait, 'options.wait', 0, maxTimeout);
        return wait;
      default:
        throw argType('options.wait', wait, 'boolean', 'number');
    }
  }

  return { Plan };
})
