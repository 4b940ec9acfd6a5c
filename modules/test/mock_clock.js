// The timers that mock.timers holds back, in the order in which they are due.
(function () {
  'use strict';

  let ids = 0;

  class Timeout {
    #referenced = true;
    #refresh;
    #close;

    constructor(callback, runAt, interval, args, refresh, close) {
      this.id = ++ids;
      this.callback = callback;
      this.runAt = runAt;
      this.interval = interval;
      this.args = args;
      this.#refresh = refresh;
      this.#close = close;
    }

    hasRef() { return this.#referenced; }

    ref() {
      this.#referenced = true;
      return this;
    }

    unref() {
      this.#referenced = false;
      return this;
    }

    refresh() {
      this.#refresh(this);
      return this;
    }

    close() {
      this.#close(this);
      return this;
    }

    [Symbol.dispose]() { this.close(); }
  }

  class TimerQueue {
    #timers = [];

    add(now, callback, delay, interval, args) {
      const refresh = (timer) => this.#move(timer, now + delay);
      const timer = new Timeout(callback, now + delay, interval, args, refresh, (which) => this.remove(which));
      this.#insert(timer);
      return timer;
    }

    remove(timer) {
      const at = this.#timers.indexOf(timer);
      if (at >= 0) {
        this.#timers.splice(at, 1);
      }
    }

    // due is the first timer whose time has come.
    due(now) { return this.#timers[0]?.runAt <= now ? this.#timers[0] : undefined; }

    last() { return this.#timers[this.#timers.length - 1]; }

    // advance takes a timer out, or moves an interval to its next time.
    advance(timer) {
      if (timer.interval === undefined) {
        this.remove(timer);
      } else {
        this.#move(timer, timer.runAt + timer.interval);
      }
    }

    #move(timer, runAt) {
      this.remove(timer);
      timer.runAt = runAt;
      this.#insert(timer);
    }

    #insert(timer) {
      const at = this.#timers.findIndex((other) => other.runAt > timer.runAt);
      this.#timers.splice(at < 0 ? this.#timers.length : at, 0, timer);
    }
  }

  return { TimerQueue };
})
