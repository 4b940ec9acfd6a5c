// Hooks: before, after, beforeEach and afterEach.
(function (host) {
  'use strict';
  const { abortError, asFailure, failure, isFailure, kinds } = host.load('failure');
  const { checkSignal, timeoutOf } = host.load('options');
  const { deadline, invoke, milliseconds, once } = host.load('invoke');
  const current = host.load('current');

  class Hook {
    constructor({ fn, name, loc, owner, timeout, signal }) {
      this.fn = typeof fn === 'function' ? fn : () => {};
      this.name = name;
      this.loc = loc;
      this.owner = owner;
      this.timeout = timeoutOf(timeout, Infinity);
      checkSignal(signal);
      this.signal = signal;
      this.runOnce = once((receiver, args) => this.run(receiver, args));
    }

    async run(receiver, args) {
      const start = performance.now();
      try {
        await this.call(receiver, args);
      } catch (err) {
        const wrapped = failure(`failed running ${this.name} hook`, kinds.hook);
        wrapped.cause = isFailure(err) ? err.cause : err;
        this.reportOfRoot(asFailure(err, kinds.hook), milliseconds(performance.now() - start));
        throw wrapped;
      }
    }

    async call(receiver, args) {
      if (this.signal?.aborted) {
        throw abortError(this.signal.reason);
      }
      const limit = deadline(this.timeout, this.signal);
      const release = current.hold(this.owner);
      let problem;
      try {
        const run = () => invoke(this.fn, receiver, args, (err) => { problem = err; });
        await Promise.race([current.run(this.owner, run), limit.promise]);
      } finally {
        release();
        limit.dispose();
      }
      if (this.signal?.aborted) {
        throw abortError(this.signal.reason);
      }
      if (problem !== undefined) {
        throw problem;
      }
    }

    // Nobody but the root reports what its own last hook did wrong.
    reportOfRoot(err, duration) {
      if (this.name === 'after' && this.owner.parent === null) {
        err.failureType = kinds.hook;
        this.owner.harness.failedAfterAll(this, err, duration);
      }
    }
  }

  return { Hook };
})
