// PerformanceObserver, timerify and nodeTiming (Node documentation,
// "Performance measurement APIs").
(function (host, timeline) {
  'use strict';
  const inspect = Symbol.for('nodejs.util.inspect.custom');
  const { construct, showAs, tag, enumerate, buffers, byStart, report } = timeline;
  const { PerformanceEntry } = timeline.classes;

  const supported = Object.freeze(['function', 'mark', 'measure', 'net', 'resource']);

  class PerformanceObserverEntryList {
    #entries;

    constructor(...args) {
      const [token, entries] = args;
      if (token !== construct) throw host.error('ERR_ILLEGAL_CONSTRUCTOR');
      this.#entries = byStart(entries);
    }

    #select(type, name) {
      return this.#entries.filter((entry) => (
        (type === undefined || entry.entryType === type) && (name === undefined || entry.name === name)));
    }

    getEntries() { return this.#select(); }
    getEntriesByType(...args) { return timeline.byType(args, (type) => this.#select(type)); }
    getEntriesByName(...args) { return timeline.byName(args, (type, name) => this.#select(type, name)); }

    [inspect](depth, options, print) {
      return showAs(this, this.#entries, depth, options, print);
    }
  }
  const listMethods = PerformanceObserverEntryList.prototype;
  for (const name of ['getEntriesByType', 'getEntriesByName']) {
    Object.defineProperty(listMethods[name], 'length', { value: 1 });
  }
  enumerate(listMethods, 'getEntries', 'getEntriesByType', 'getEntriesByName');
  tag(PerformanceObserverEntryList);

  const observers = new Set();
  const pending = new Set(); // observers that have entries to see
  let scheduled = false;

  function schedule() {
    if (scheduled) return;
    scheduled = true;
    host.setImmediate(() => {
      scheduled = false;
      const ready = [...pending];
      pending.clear();
      for (const observer of ready) deliver(observer);
    });
  }

  let wants, deliver, watches;

  class PerformanceObserver {
    #callback;
    #buffer = [];
    #types = new Set();
    #mode; // 'single' for observe({ type }), 'multiple' for observe({ entryTypes })

    constructor(callback) {
      this.#callback = host.validateFunction(callback, 'callback');
    }

    static get supportedEntryTypes() { return supported; }

    observe(options = {}) {
      if (typeof options !== 'object' || options === null) throw host.argType('options', options, 'object');
      const { entryTypes, type, buffered } = { ...options };
      if (entryTypes === undefined && type === undefined) {
        throw host.error('ERR_MISSING_ARGS', '"options.entryTypes" and "options.type" arguments');
      }
      if (entryTypes != null && type != null) {
        throw host.argValue('options.entryTypes', host.inspect(entryTypes), 'options.entryTypes can not set with options.type together');
      }
      if (entryTypes !== undefined) this.#observeAll(entryTypes);
      else this.#observeOne(`${type}`, buffered);
      if (this.#types.size > 0) observers.add(this);
      else this.disconnect();
    }

    #setMode(mode, words) {
      if (this.#mode !== undefined && this.#mode !== mode) {
        throw host.domException(`PerformanceObserver can not change to ${words}`, 'InvalidModificationError');
      }
      this.#mode = mode;
    }

    #observeAll(entryTypes) {
      this.#setMode('multiple', 'multiple observations');
      if (!Array.isArray(entryTypes)) throw host.argType('options.entryTypes', entryTypes, 'string[]');
      this.#types = new Set(entryTypes.filter((type) => supported.includes(type)));
    }

    #observeOne(type, buffered) {
      this.#setMode('single', 'single observation');
      if (!supported.includes(type)) return;
      this.#types.add(type);
      if (!buffered || !buffers[type]) return;
      this.#buffer.push(...buffers[type]);
      if (this.#buffer.length === 0) return;
      pending.add(this);
      schedule();
    }

    disconnect() {
      this.#buffer = [];
      this.#types.clear();
      this.#mode = undefined;
      observers.delete(this);
      pending.delete(this);
    }

    takeRecords() {
      const records = this.#buffer;
      this.#buffer = [];
      return records;
    }

    [inspect](depth, options, print) {
      if (depth < 0) return this;
      return showAs(this, {
        connected: observers.has(this),
        pending: pending.has(this),
        entryTypes: [...this.#types],
        buffer: this.#buffer,
      }, depth, options, print);
    }

    static {
      wants = (observer, entry) => {
        if (!observer.#types.has(entry.entryType)) return;
        observer.#buffer.push(entry);
        pending.add(observer);
        schedule();
      };
      watches = (observer, type) => observer.#types.has(type);
      // One observer's exception is uncaught and leaves the others alone.
      deliver = (observer) => {
        const entries = observer.takeRecords();
        if (entries.length === 0) return;
        const list = new PerformanceObserverEntryList(construct, entries);
        host.guard(() => Reflect.apply(observer.#callback, observer, [list, observer]));
      };
    }
  }
  enumerate(PerformanceObserver.prototype, 'observe', 'disconnect', 'takeRecords');
  tag(PerformanceObserver);

  function enqueue(entry) {
    for (const observer of observers) wants(observer, entry);
  }

  // observed reports whether somebody waits for entries of a type.
  const observed = (type) => [...observers].some((observer) => watches(observer, type));

  // ---- timerify

  function recordCall(histogram, name, start, args) {
    const duration = host.now() - start;
    // Less than a nanosecond counts as one.
    histogram?.record(Math.max(Math.ceil(duration * 1e6), 1));
    report('function', name, start, duration, args);
  }

  function timerify(fn, options = {}) {
    host.validateFunction(fn, 'fn');
    if (typeof options !== 'object' || options === null) throw host.argType('options', options, 'object');
    const { histogram } = options;
    if (histogram !== undefined && !host.isRecordable(histogram)) {
      throw host.argType('options.histogram', histogram, 'RecordableHistogram');
    }
    function timerified(...args) {
      const start = host.now();
      const result = new.target ? Reflect.construct(fn, args, fn) : Reflect.apply(fn, this, args);
      const done = () => recordCall(histogram, fn.name, start, args);
      if (!new.target && typeof result?.finally === 'function') return result.finally(done);
      done();
      return result;
    }
    return Object.defineProperties(timerified, {
      length: { value: fn.length, configurable: false, enumerable: true },
      name: { value: `timerified ${fn.name}`, configurable: false, enumerable: true },
    });
  }
  Object.defineProperty(timerify, 'length', { value: 1 });

  // ---- nodeTiming

  class PerformanceNodeTiming extends PerformanceEntry {
    constructor(token) {
      super(token, 'node', 'node', 0, 0);
      const fixed = (value) => ({ value, enumerable: true, configurable: true });
      const read = (name) => ({ get: () => host.milestone(name), enumerable: true, configurable: true });
      Object.defineProperties(this, {
        name: fixed('node'),
        entryType: fixed('node'),
        startTime: fixed(0),
        duration: { get: host.now, enumerable: true, configurable: true },
        nodeStart: read('nodeStart'),
        v8Start: read('v8Start'),
        environment: read('environment'),
        loopStart: read('loopStart'),
        loopExit: read('loopExit'),
        bootstrapComplete: read('bootstrapComplete'),
        idleTime: read('idleTime'),
      });
    }

    toJSON() {
      return { ...this };
    }
  }

  return {
    enqueue, observed, timerify,
    nodeTiming: new PerformanceNodeTiming(construct),
    classes: { PerformanceObserver, PerformanceObserverEntryList },
  };
})
