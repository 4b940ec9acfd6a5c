// The stream of events that reporters read (Node documentation, TestsStream).
(function (host) {
  'use strict';
  const { Readable } = host.require('stream');
  const { nextTick } = host.require('process');
  const { validateString } = host.errors;

  class TestsStream extends Readable {
    #queue = []; // until the first tick

    constructor() {
      super({ objectMode: true, highWaterMark: Number.MAX_SAFE_INTEGER, read() {} });
    }

    // send passes an event on: in the next tick until the first one has gone,
    // and at once from then on.
    send(type, data) { this.#add({ __proto__: null, type, data }); }

    end() { this.#add(null); }

    #add(event) {
      if (this.#queue === null) {
        this.push(event);
        return;
      }
      this.#queue.push(event);
      if (this.#queue.length === 1) {
        nextTick(() => {
          const queued = this.#queue;
          this.#queue = null;
          queued.forEach((first) => this.push(first));
        });
      }
    }

    enqueue(test) { this.send('test:enqueue', queued(test, test.reportedType)); }

    dequeue(test, type) { this.send('test:dequeue', queued(test, type)); }

    start(test) {
      const { nesting, name, tags } = test;
      this.send('test:start', { __proto__: null, nesting, name, ...family(test), tags, ...test.loc });
    }

    complete(test) {
      const details = detailsOf(test);
      details.passed = test.passed;
      this.send('test:complete', result(test, details));
    }

    result(test) { this.send(test.passed ? 'test:pass' : 'test:fail', result(test, detailsOf(test), true)); }

    // failedHook reports a hook of the root as if it were a test.
    failedHook(hook, err, duration, testNumber) {
      const details = { __proto__: null, duration_ms: duration, error: err };
      this.send('test:fail', { __proto__: null, name: hook.loc.file, nesting: 0, testNumber, details, ...hook.loc });
    }

    plan(test, count) {
      const nesting = test.parent === null ? 0 : test.nesting + 1;
      this.send('test:plan', { __proto__: null, nesting, count, ...test.loc });
    }

    diagnostic(test, message, level = 'info') {
      this.send('test:diagnostic', { __proto__: null, nesting: test.nesting, message, level, ...test.loc });
    }

    log(test, message, data) {
      validateString(message, 'message');
      const { name, nesting, loc } = test;
      this.send('test:log', { __proto__: null, name, nesting, ...family(test), message, data, ...loc });
    }

    summary(data) { this.send('test:summary', data); }
  }

  function family(test) { return { testId: test.id, parentId: test.parent.id }; }

  function queued(test, type) {
    const { nesting, name, tags, loc } = test;
    return { __proto__: null, nesting, name, type, ...family(test), tags, ...loc };
  }

  function result(test, details, reported = false) {
    const { name, nesting, testNumber, tags, loc } = test;
    const classname = reported && details.classname !== undefined ? { classname: details.classname } : {};
    return {
      __proto__: null, name, nesting, testNumber, ...family(test), details, tags, ...classname, ...loc, ...directive(test),
    };
  }

  function detailsOf(test) {
    const details = { __proto__: null, duration_ms: test.duration(), type: test.reportedType };
    if (!test.passed) {
      details.error = test.error;
    }
    if (test.parent.parent !== null) {
      details.classname = test.parent.name;
    }
    return details;
  }

  function directive(test) {
    if (test.skipped) {
      return { skip: test.message ?? true };
    }
    if (test.isTodo) {
      return { todo: test.message ?? true };
    }
    if (test.expectFailure !== undefined) {
      return { expectFailure: test.expectFailure.label ?? true };
    }
    return {};
  }

  return { TestsStream };
})
