// Suites: their function runs at once and collects tests that run later.
(function (host) {
  'use strict';
  const { asFailure, kinds } = host.load('failure');
  const { deadline, once } = host.load('invoke');
  const { Test } = host.load('test');
  const current = host.load('current');

  class Suite extends Test {
    reportedType = 'suite';
    buildEnded = false;

    constructor(options) {
      super(options);
      this.built = this.skipped ? undefined : this.build();
    }

    closed() { return super.closed() || this.buildEnded; }

    releaseMocks() {}

    build() {
      const release = current.hold(this);
      const end = () => {
        release();
        this.buildEnded = true;
      };
      try {
        const context = this.context();
        const result = current.run(this, () => Reflect.apply(this.fn, context, [context]));
        if (result !== null && typeof result === 'object') {
          return Promise.resolve(result).catch((err) => this.failBuild(err)).then(end);
        }
      } catch (err) {
        this.failBuild(err);
      }
      end();
      return undefined;
    }

    failBuild(err) { this.fail(asFailure(err, kinds.code)); }

    async run() {
      const parent = this.parent;
      if (!this.filtered) {
        parent.active++;
      }
      const context = this.context();
      const after = once(() => this.runHooks('after', context, [context]));
      let limit;
      try {
        await this.built;
        this.startTime = performance.now();
        if (this.filtered || this.shouldStop()) {
          this.subtests.length = 0;
        } else if (!this.skipped) {
          await parent.runHooks('before', parent.context(), [parent.context()]);
          await this.runHooks('before', context, [context]);
          limit = deadline(this.timeout, this.signal, this.outerSignal);
          await Promise.race([this.runSubtests(), limit.promise]);
          await after();
        }
        this.shouldStop();
        this.pass();
      } catch (err) {
        await after().catch(() => {});
        this.failFrom(err);
      } finally {
        limit?.dispose();
      }
      this.controller.abort();
      this.finish();
    }

    // A suite that could not be built runs nothing: finish cancels its tests.
    runSubtests() {
      return this.error === null ? Promise.all(this.subtests.map((subtest) => subtest.start())) : undefined;
    }

    context() {
      this.made ??= this.harness.contexts.suite(this);
      return this.made;
    }
  }

  return { Suite };
})
