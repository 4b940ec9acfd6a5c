// The root of all tests of a script: it starts when the first test is made and
// ends when the event loop has nothing left to do.
(function (host) {
  'use strict';
  const process = host.require('process');
  const { failure, kinds } = host.load('failure');
  const { Test } = host.load('test');
  const { TestsStream } = host.load('report');
  const { Selection } = host.load('selection');
  const { connect } = host.load('output');
  const { SuiteContext, TestContext, release } = host.load('context');
  const { flags } = host.load('options');
  const { relative } = host.require('path');
  const { milliseconds } = host.load('invoke');
  const current = host.load('current');

  const failedExit = 1;

  // Promise jobs between the end of the main script and the first test, as on
  // Node, where the runner looks for reporters meanwhile.
  const startDelay = 8;

  class Harness {
    ids = 0;
    counts = { __proto__: null, tests: 0, failed: 0, passed: 0, cancelled: 0, skipped: 0, todo: 0, topLevel: 0, suites: 0 };
    success = true;
    ended = null; // a promise, once the end has begun
    over = false;

    contexts = {
      test: (test) => new TestContext(test),
      suite: (suite) => new SuiteContext(suite),
      release: (context) => context instanceof TestContext && release(context),
    };

    constructor() {
      const options = flags(process.execArgv);
      this.file = process.argv[1] ?? process.cwd();
      this.selection = new Selection(options);
      this.report = new TestsStream();
      this.root = new Test({
        name: '<root>', parent: null, harness: this, loc: { line: 1, column: 1, file: this.file },
      });
      this.root.startTime = performance.now();
      this.ready = wait(startDelay).then(() => { this.begun = true; });
      connect(this.report, options);
      this.listen();
    }

    nextId() { return this.ids++; }

    selects(test) { return this.selection.includes(test); }

    // sawOnly notes a test marked only; before the first one starts that is
    // the same as --test-only.
    sawOnly() { this.selection.only ||= !this.begun; }

    async start(test) {
      await this.ready;
      await test.start();
    }

    listen() {
      this.listeners = Object.entries({
        uncaughtException: (err) => this.uncaught(err, kinds.uncaught),
        unhandledRejection: (err) => this.uncaught(err, kinds.rejection),
        beforeExit: () => this.end(),
      });
      this.listeners.forEach(([event, listener]) => process.on(event, listener));
    }

    // uncaught gives an exception to the test that runs.
    uncaught(err, kind) {
      const test = current.find();
      if (test !== undefined && test.endTime === null && test.parent !== null) {
        test.fail(failure(err, kind));
        test.controller.abort();
        return;
      }
      process.exitCode = failedExit;
      this.success = false;
      const text = test === undefined || test.parent === null ?
        `A resource generated asynchronous activity after the test ended. This activity created the error "${err}" ` +
          `which triggered an ${kind} event, caught by the test runner.` :
        `Test "${test.name}" at ${this.place(test.loc)} generated asynchronous activity after the test ended. ` +
          `This activity created the error "${err}" and would have caused the test to fail, ` +
          `but instead triggered an ${kind} event.`;
      this.root.diagnostics.push({ message: `Error: ${text}`, level: 'warn' });
    }

    place({ file, line, column }) { return `${relative(process.cwd(), file)}:${line}:${column}`; }

    // count adds a test to the summary.
    count(test) {
      const counts = this.counts;
      if (test.parent === this.root) {
        counts.topLevel++;
      }
      const accepted = test.passed || test.skipped || test.isTodo;
      this.fault(accepted);
      if (test.reportedType === 'suite') {
        counts.suites++;
        return;
      }
      counts.tests++;
      counts[outcome(test)]++;
    }

    fault(accepted) {
      if (!accepted) {
        this.success = false;
        process.exitCode = failedExit;
      }
    }

    // left runs the root's last hooks when no test is left: they may free what
    // keeps the event loop alive.
    async left(test) {
      const root = this.root;
      if (test.parent === root && root.drained() && root.ready.size === 0 && root.waiting.length === 0) {
        await this.runLast();
      }
    }

    async runLast() {
      try {
        await this.root.runHooks('after', this.root.context(), [this.root.context()]);
      } catch (err) {
        this.lastError ??= err; // failedAfterAll has reported it
      }
    }

    // As on Node, this does not change the exit code.
    failedAfterAll(hook, err, duration) {
      this.report.failedHook(hook, err, duration, this.root.numbered + 1);
    }

    end() {
      this.ended ??= this.finish();
      return this.ended;
    }

    async finish() {
      const { root } = this;
      if (root.subtests.length === 0) {
        await root.runHooks('before', root.context(), [root.context()]).catch(() => this.fault(false));
      }
      await root.finish(failure('Promise resolution is still pending but the event loop has already resolved',
                                kinds.cancelledByParent));
      await this.runLast();
      this.summarize();
      this.report.end();
      this.over = true;
      this.listeners.forEach(([event, listener]) => process.removeListener(event, listener));
    }

    summarize() {
      const { counts, report, root } = this;
      const duration = milliseconds(performance.now() - root.startTime);
      report.plan(root, counts.topLevel);
      const lines = [
        ...root.diagnostics,
        { message: `tests ${counts.tests}` },
        { message: `suites ${counts.suites}` },
        { message: `pass ${counts.passed}` },
        { message: `fail ${counts.failed}` },
        { message: `cancelled ${counts.cancelled}` },
        { message: `skipped ${counts.skipped}` },
        { message: `todo ${counts.todo}` },
        { message: `duration_ms ${duration}` },
      ];
      for (const { message, level } of lines) {
        report.diagnostic(root, message, level);
      }
      report.summary({ __proto__: null, success: this.success, counts, duration_ms: duration, file: this.file });
    }
  }

  function outcome(test) {
    if (test.skipped) {
      return 'skipped';
    }
    if (test.isTodo) {
      return 'todo';
    }
    if (test.cancelled) {
      return 'cancelled';
    }
    return test.passed ? 'passed' : 'failed';
  }

  async function wait(jobs) {
    for (let i = 0; i < jobs; i++) {
      await undefined;
    }
  }

  // harness is the one of the script; a script that the runtime runs after
  // that gets its own.
  let made;
  function harness() {
    if (made === undefined || made.over) {
      made = new Harness();
    }
    return made;
  }

  return { harness };
})
