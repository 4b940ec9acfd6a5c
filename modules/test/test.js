// One test and how it runs: options, concurrency, hooks around the body, the
// order of reports (Node documentation, "Test runner"). A suite is a Test with
// another way of running, the root is one without a parent.
(function (host) {
  'use strict';
  const { abortError, asFailure, failure, kinds } = host.load('failure');
  const { checkSignal, concurrencyOf, expectationOf, tagsOf, timeoutOf } = host.load('options');
  const { deadline, invoke, milliseconds, once } = host.load('invoke');
  const { Hook } = host.load('hook');
  const { matches } = host.load('expectation');
  const current = host.load('current');

  const now = () => performance.now();
  function noop() {}

  class Test {
    reportedType = 'test';
    subtests = [];
    waiting = []; // subtests that wait for a free place
    ready = new Map(); // finished subtests that wait for their turn to report, by number
    active = 0;
    turn = 1; // number of the subtest that reports next
    numbered = 0; // subtests that have been given their number in reports
    diagnostics = [];
    startTime = null;
    endTime = null;
    passed = false;
    cancelled = false;
    finished = false;
    started = false; // test:start has been reported
    error = null;
    plan = null;
    filtered = false;
    left = false; // finish has begun
    runsAll = false; // a suite marked only, without members that are
    onDrained = null;
    controller = new AbortController();

    constructor({ fn, name, parent, loc, harness, only, timeout, todo, skip, signal, concurrency, plan, expectFailure, tags }) {
      this.name = typeof name === 'string' && name !== '' ? name : fn?.name || '<anonymous>';
      this.parent = parent;
      this.harness = harness ?? parent.harness;
      this.root = parent === null ? this : parent.root;
      this.nesting = parent === null || parent.parent === null ? 0 : parent.nesting + 1;
      this.loc = loc;
      this.number = parent === null ? 0 : parent.subtests.length + 1;
      this.only = only;
      this.runOnly = false;
      this.timeout = timeoutOf(timeout, parent?.timeout ?? Infinity);
      this.concurrency = concurrencyOf(concurrency, parent?.concurrency ?? 1, parent === null);
      checkSignal(signal);
      this.expectFailure = expectationOf(expectFailure) ?? parent?.expectFailure;
      this.tags = tagsOf(tags, parent?.tags ?? Object.freeze([]));
      this.hooks = {
        before: [],
        after: [],
        beforeEach: parent === null ? [] : [...parent.hooks.beforeEach],
        afterEach: parent === null ? [] : [...parent.hooks.afterEach],
        ownAfterEach: 0,
      };
      this.skipped = skip !== undefined && skip !== false;
      this.isTodo = todo !== undefined && todo !== false || parent?.isTodo === true;
      this.message = [skip, todo].find((text) => typeof text === 'string') ?? null;
      this.fn = typeof fn === 'function' && !this.skipped ? fn : noop;
      this.plannedAtStart = plan;
      this.listenTo(signal);
      this.id = this.harness.nextId();
    }

    get signal() { return this.controller.signal; }

    listenTo(signal) {
      this.outerSignal = signal;
      this.onAbort = () => this.cancel(abortError(this.outerSignal.reason));
      signal?.addEventListener('abort', this.onAbort);
    }

    // create adds a subtest; it does not start it.
    create(Kind, options) {
      if (this.closed() && this.parent !== null) {
        return this.root.create(Kind, { ...options, refused: true });
      }
      const refused = options.refused || this.closed();
      const subtest = new Kind({ ...options, parent: this });
      if (refused) {
        subtest.fail(failure('test could not be started because its parent finished', kinds.parentFinished));
      }
      if (subtest.only) {
        this.harness.sawOnly();
      }
      this.subtests.push(subtest);
      return subtest;
    }

    // closed tells that no more subtests can come.
    closed() { return this.finished || this.endTime !== null; }

    // start runs the test, now or once there is a place for it.
    start() {
      const parent = this.parent;
      this.filtered = !this.harness.selects(this);
      if (!this.filtered) {
        this.harness.report.enqueue(this);
        if (parent.active >= parent.concurrency) {
          return new Promise((resolve) => parent.waiting.push({ subtest: this, resolve }));
        }
        this.harness.report.dequeue(this, this.reportedType);
      }
      return this.run();
    }

    async startWaiting() {
      while (this.waiting.length > 0 && this.active < this.concurrency) {
        const { subtest, resolve } = this.waiting.shift();
        this.harness.report.dequeue(subtest, this.reportedType);
        await subtest.run();
        resolve();
      }
    }

    async run() {
      if (!this.filtered) {
        this.parent.active++;
      }
      this.startTime ??= now();
      if (this.filtered) {
        this.pass();
        this.finish();
        return;
      }
      if (!this.shouldStop()) {
        const release = current.hold(this);
        await this.runWithHooks();
        release();
      }
      this.controller.abort();
      this.finish();
    }

    async runWithHooks() {
      const parent = this.parent;
      const context = this.context();
      const skipped = this.skipped; // a test that skips itself does so after its hooks have begun
      const afterEach = once(() => skipped ? undefined : parent.runHooks('afterEach', context, [context]));
      const after = once(() => this.runHooks('after', context, [context]));
      let limit;
      try {
        // Without hooks the body runs at once, within the call of t.test.
        if (parent.hooks.before.length > 0) {
          await parent.runHooks('before', parent.context(), [parent.context()]);
        }
        if (!skipped && parent.hooks.beforeEach.length > 0) {
          await parent.runHooks('beforeEach', context, [context]);
        }
        limit = deadline(this.timeout, this.signal, this.outerSignal);
        await this.runBody(context, limit);
        if (!this.shouldStop()) {
          this.plan?.check();
          this.pass();
        }
        await afterEach();
        await after();
      } catch (err) {
        this.failFrom(err);
        await afterEach().catch(noop);
        await after().catch(noop);
      } finally {
        limit?.dispose();
        this.outerSignal?.removeEventListener('abort', this.onAbort);
      }
    }

    async runBody(context, limit) {
      if (typeof this.plannedAtStart === 'number') {
        context.plan(this.plannedAtStart);
      }
      const result = current.run(this, () => invoke(this.fn, context, [context], (err) => this.fail(err)));
      if (result !== null && (typeof result === 'object' || typeof result === 'function')) {
        await Promise.race([result, limit.promise]);
      }
      if (!this.signal.aborted) {
        const rest = this.untilDrained() ?? this.plan?.done();
        if (rest !== undefined) {
          await Promise.race([rest, limit.promise]);
        }
      }
    }

    // untilDrained waits for subtests that the body did not wait for.
    untilDrained() {
      return this.drained() ? undefined : new Promise((resolve) => { this.onDrained = resolve; });
    }

    drained() { return this.subtests.every((subtest) => subtest.finished || subtest.endTime !== null); }

    shouldStop() {
      if (!this.signal.aborted && this.outerSignal?.aborted) {
        this.onAbort();
        return true;
      }
      return this.signal.aborted;
    }

    pass() {
      if (this.error !== null) {
        return;
      }
      if (this.expectFailure !== undefined && !this.skipped && !this.isTodo && !this.filtered) {
        this.error = failure('test was expected to fail but passed', kinds.expected);
        return;
      }
      this.passed = true;
    }

    fail(err) {
      if (this.error !== null) {
        return;
      }
      this.error = err;
      this.passed = false;
      if (this.expectFailure !== undefined) {
        const problem = matches(this.expectFailure.match, err);
        this.passed = problem === undefined;
        this.error = problem ?? err;
      }
    }

    failFrom(err) {
      const wrapped = asFailure(err, kinds.code);
      if (wrapped.failureType === kinds.timeout) {
        this.cancel(wrapped);
      } else {
        this.fail(wrapped);
      }
    }

    cancel(err) {
      if (this.endTime !== null || this.error !== null) {
        return;
      }
      this.fail(err ?? failure('test did not finish before its parent and was cancelled', kinds.cancelledByParent));
      this.cancelled = true;
      this.controller.abort();
    }

    skip(message) {
      this.skipped = true;
      this.message = message;
    }

    todo(message) {
      this.isTodo = true;
      this.message = message;
    }

    addHook(name, fn, options, loc) {
      const hook = new Hook({ ...options, fn, name, loc, owner: this });
      const list = this.hooks[name];
      if (name === 'afterEach') {
        list.splice(this.hooks.ownAfterEach++, 0, hook);
      } else {
        list.push(hook);
      }
      if (name === 'before' && this.startTime !== null && this.parent !== null) {
        // The test runs already: so does its hook, at once.
        hook.runOnce(this.context(), [this.context()]).catch((err) => this.fail(err));
      }
    }

    async runHooks(name, receiver, args) {
      for (const hook of this.hooks[name]) {
        await (name === 'before' || name === 'after' ? hook.runOnce(receiver, args) : hook.run(receiver, args));
      }
    }

    // finish ends the test and those below it, and lets it report.
    async finish(reason) {
      if (this.left) {
        return;
      }
      this.left = true;
      this.endTime ??= now();
      this.startTime ??= this.endTime;
      this.waiting.length = 0;
      await this.finishSubtests(reason);
      this.outerSignal?.removeEventListener('abort', this.onAbort);
      this.releaseMocks();
      if (this.parent === null) {
        return;
      }
      this.leave();
      await this.parent.startWaiting();
      await this.harness.left(this);
    }

    releaseMocks() {
      if (this.made !== undefined) {
        this.harness.contexts.release(this.made);
      }
    }

    async finishSubtests(reason) {
      let failed = 0;
      for (const subtest of this.subtests) {
        if (!subtest.finished && subtest.endTime === null) {
          subtest.cancel(reason);
          await subtest.finish(reason);
        }
        if (!subtest.passed && !subtest.isTodo) {
          failed++;
        }
      }
      if ((this.passed || this.parent === null) && failed > 0) {
        this.passed = false;
        this.fail(failure(`${failed} subtest${failed > 1 ? 's' : ''} failed`, kinds.subtests));
      }
    }

    leave() {
      const parent = this.parent;
      if (!this.filtered) {
        this.testNumber = ++parent.numbered;
        this.harness.report.complete(this);
        parent.active = Math.max(parent.active - 1, 0);
      }
      parent.ready.set(this.number, this);
      parent.reportReady(false);
      if (parent.onDrained !== null && parent.drained()) {
        parent.onDrained();
      }
    }

    // mayReport tells whether every test before this one has reported.
    mayReport() {
      return this.parent === null || this.parent.turn === this.number && this.parent.mayReport();
    }

    reportReady(may) {
      while (this.ready.has(this.turn) && (may || this.mayReport())) {
        const subtest = this.ready.get(this.turn);
        this.ready.delete(this.turn);
        if (!subtest.filtered && this.parent !== null) {
          this.reportStart();
        }
        subtest.reportResult();
        this.turn++;
      }
    }

    reportStart() {
      if (this.started || this.parent === null) {
        return;
      }
      this.started = true;
      this.parent.reportStart();
      this.harness.report.start(this);
    }

    reportResult() {
      this.reportReady(true);
      this.finished = true;
      if (this.filtered) {
        return;
      }
      this.harness.count(this);
      if (this.numbered > 0) {
        this.harness.report.plan(this, this.numbered);
      } else {
        this.reportStart();
      }
      this.harness.report.result(this);
      for (const { message, level } of this.diagnostics) {
        this.harness.report.diagnostic(this, message, level);
      }
    }

    duration() {
      return this.startTime === null || this.endTime === null ? 0 : milliseconds(this.endTime - this.startTime);
    }

    fullName() {
      return this.parent === null || this.parent.parent === null ? this.name : `${this.parent.fullName()} > ${this.name}`;
    }

    context() {
      this.made ??= this.harness.contexts.test(this);
      return this.made;
    }
  }

  return { Test };
})
