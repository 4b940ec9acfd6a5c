// What test functions get: TestContext and SuiteContext.
(function (host) {
  'use strict';
  const { validateFunction, validateNumber, validateObject } = host.errors;
  const { Plan } = host.load('plan');
  const { assertions } = host.load('assertions');
  const { normalize } = host.load('arguments');
  const { setTimeout, clearTimeout } = host.require('timers');
  const { Test } = host.load('test');

  class TestContext {
    #test;
    #assert;
    #mock;

    constructor(test) { this.#test = test; }

    get signal() { return this.#test.signal; }

    get name() { return this.#test.name; }

    get filePath() { return this.#test.harness.file; }

    get fullName() { return this.#test.fullName(); }

    get error() { return this.#test.error; }

    get passed() { return this.#test.passed; }

    get attempt() { return 0; }

    get tags() { return this.#test.tags; }

    get workerId() { return undefined; }

    diagnostic(message) { this.#test.diagnostics.push({ message, level: 'info' }); }

    log(message, data) { this.#test.harness.report.log(this.#test, message, data); }

    plan(count, options = {}) {
      if (this.#test.plan !== null) {
        throw host.errors.error('ERR_TEST_FAILURE', 'cannot set plan more than once');
      }
      this.#test.plan = new Plan(count, options);
    }

    get assert() { return this.#assert ??= assertions(this, this.#test); }

    get mock() {
      const { MockTracker } = host.load('mock');
      return this.#mock ??= new MockTracker();
    }

    runOnly(value) { this.#test.runOnly = Boolean(value); }

    skip(message) { this.#test.skip(message); }

    todo(message) { this.#test.todo(message); }

    test(name, options, fn) {
      this.#test.plan?.step();
      const made = normalize(name, options, fn, { loc: host.callSite() });
      return this.#test.create(Test, made).start();
    }

    before(fn, options) { this.#test.addHook('before', fn, options, host.callSite()); }

    after(fn, options) { this.#test.addHook('after', fn, options, host.callSite()); }

    beforeEach(fn, options) { this.#test.addHook('beforeEach', fn, options, host.callSite()); }

    afterEach(fn, options) { this.#test.addHook('afterEach', fn, options, host.callSite()); }

    waitFor(condition, options = {}) {
      validateFunction(condition, 'condition');
      validateObject(options, 'options');
      const { interval = 50, timeout = 1000 } = options;
      validateNumber(interval, 'options.interval');
      validateNumber(timeout, 'options.timeout');
      return poll(condition, interval, timeout);
    }

    // release ends the mocks of a finished test; the runner takes it away.
    static release(context) { context.#mock?.reset(); }
  }

  // poll calls condition until it succeeds.
  function poll(condition, interval, timeout) {
    return new Promise((resolve, reject) => {
      let cause;
      let next;
      let over = false;
      const deadline = setTimeout(() => {
        over = true;
        clearTimeout(next);
        const err = new Error('waitFor() timed out');
        if (cause !== undefined) {
          err.cause = cause;
        }
        reject(err);
      }, timeout);
      const attempt = async () => {
        try {
          const result = await condition();
          clearTimeout(deadline);
          resolve(result);
        } catch (err) {
          cause = err;
          next = over ? undefined : setTimeout(attempt, interval);
        }
      };
      attempt();
    });
  }

  class SuiteContext {
    #suite;

    constructor(suite) { this.#suite = suite; }

    get signal() { return this.#suite.signal; }

    get name() { return this.#suite.name; }

    get filePath() { return this.#suite.harness.file; }

    get fullName() { return this.#suite.fullName(); }

    get passed() { return this.#suite.passed; }

    get attempt() { return 0; }

    diagnostic(message) { this.#suite.diagnostics.push({ message, level: 'info' }); }

    log(message, data) { this.#suite.harness.report.log(this.#suite, message, data); }
  }

  const release = TestContext.release;
  delete TestContext.release;
  return { SuiteContext, TestContext, release };
})
