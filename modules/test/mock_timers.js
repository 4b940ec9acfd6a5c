// mock.timers: timers and Date that stand still until a test moves them on
// (Node documentation, MockTimers).
(function (host) {
  'use strict';
  const { argType, argValue, error, validateNumber } = host.errors;
  const { inspect } = host.require('util');
  const { TimerQueue } = host.load('mock_clock');
  const { mockDate } = host.load('mock_date');
  const { promiseTimers } = host.load('mock_promises');
  const timers = host.require('timers');
  const timersPromises = host.require('timers/promises');
  const NativeDate = Date;

  const supported = ['setTimeout', 'setInterval', 'setImmediate', 'Date', 'scheduler.wait', 'AbortSignal.timeout'];
  const clears = { __proto__: null, setTimeout: 'clearTimeout', setInterval: 'clearInterval', setImmediate: 'clearImmediate' };
  const maxTimeout = 2 ** 31 - 1;

  class MockTimers {
    #enabled = false;
    #now = 0;
    #queue = new TimerQueue();
    #undo = [];

    enable(options = {}) {
      options = { __proto__: null, apis: supported, now: 0, ...options };
      if (this.#enabled) {
        throw error('ERR_INVALID_STATE', 'MockTimers is already enabled!');
      }
      if (!Array.isArray(options.apis)) {
        throw argType('options.apis', options.apis, 'Array');
      }
      for (const api of options.apis) {
        if (!supported.includes(api)) {
          throw argValue('options.apis', inspect(api), `option ${api} is not supported`);
        }
      }
      this.#now = startTime(options.now);
      if (options.apis.includes('Date') && globalThis.Date.isMock) {
        throw error('ERR_INVALID_STATE', 'Date is already being mocked!');
      }
      this.#enabled = true;
      options.apis.forEach((api) => this.#mock(api));
    }

    tick(time = 1) {
      this.#check();
      if (time < 0) {
        throw argValue('time', "'positive integer'", `${time}`);
      }
      this.#now += time;
      for (let timer = this.#queue.due(this.#now); timer !== undefined; timer = this.#queue.due(this.#now)) {
        this.#queue.advance(timer);
        timer.callback(...timer.args);
      }
    }

    runAll() {
      this.#check();
      const last = this.#queue.last();
      if (last !== undefined) {
        this.tick(Math.max(last.runAt - this.#now, 0));
      }
    }

    setTime(time = 0) {
      validateNumber(time, 'time');
      if (time < 0) {
        throw argValue('time', "'positive integer'", `${time}`);
      }
      this.#check();
      this.#now = time; // timers that are due by now wait for the next tick
    }

    reset() {
      if (!this.#enabled) {
        return;
      }
      this.#undo.splice(0).forEach((undo) => undo());
      this.#queue = new TimerQueue();
      this.#enabled = false;
      this.#now = 0;
    }

    [Symbol.dispose]() { this.reset(); }

    #check() {
      if (!this.#enabled) {
        throw error('ERR_INVALID_STATE', 'You should enable MockTimers first by calling the .enable function');
      }
    }

    #mock(api) {
      switch (api) {
        case 'Date':
          this.#replace(globalThis, 'Date', mockDate(NativeDate, () => this.#now));
          break;
        case 'scheduler.wait':
          this.#replace(timersPromises.scheduler, 'wait', this.#promises().wait);
          break;
        case 'AbortSignal.timeout':
          this.#replace(AbortSignal, 'timeout', (ms) => this.#abortAfter(ms));
          break;
        default:
          this.#mockTimer(api);
      }
    }

    #mockTimer(api) {
      const set = this.#setter(api);
      const clear = (timer) => this.#queue.remove(timer);
      for (const owner of [globalThis, timers]) {
        this.#replace(owner, api, set);
        this.#replace(owner, clears[api], clear);
      }
      this.#replace(timersPromises, api, this.#promises()[api]);
    }

    // #setter makes setTimeout, setInterval or setImmediate.
    #setter(api) {
      const add = (callback, delay, interval, args) => this.#queue.add(this.#now, callback, delay, interval, args);
      switch (api) {
        case 'setTimeout':
          return function setTimeout(callback, delay, ...args) { return add(callback, duration(delay), undefined, args); };
        case 'setInterval':
          return function setInterval(callback, delay, ...args) {
            return add(callback, duration(delay), duration(delay), args);
          };
        default:
          return function setImmediate(callback, ...args) { return add(callback, 0, undefined, args); };
      }
    }

    #promises() {
      return promiseTimers({
        add: (callback, delay, interval) => this.#queue.add(this.#now, callback, delay, interval, []),
        remove: (timer) => this.#queue.remove(timer),
      });
    }

    #abortAfter(ms) {
      const controller = new AbortController();
      this.#queue.add(this.#now, () => {
        controller.abort();
      }, ms, undefined, []);
      return controller.signal;
    }

    #replace(owner, name, value) {
      const descriptor = Object.getOwnPropertyDescriptor(owner, name);
      Object.defineProperty(owner, name, {
        __proto__: null, value, writable: true, configurable: true, enumerable: descriptor?.enumerable ?? true,
      });
      this.#undo.push(() => {
        delete owner[name];
        if (descriptor !== undefined) {
          Object.defineProperty(owner, name, descriptor);
        }
      });
    }
  }

  function startTime(now) {
    if (now instanceof NativeDate) {
      return now.getTime();
    }
    if (typeof now !== 'number') {
      throw argType('initialTime', now, 'number');
    }
    if (Number.isNaN(now)) {
      throw argValue('now', 'NaN', 'epoch must be a positive integer received NaN');
    }
    if (now < 0) {
      throw argValue('time', "'positive integer'", `${now}`);
    }
    return now;
  }

  // duration is a timer's delay; 0 and what is no number mean 1.
  function duration(delay) {
    const ms = Number(delay);
    return ms >= 1 && ms <= maxTimeout ? Math.trunc(ms) : 1;
  }

  return { MockTimers };
})
