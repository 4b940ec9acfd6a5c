// Entries of the performance timeline, and the buffers that keep them (Node
// documentation, "Performance measurement APIs").
(function (host) {
  'use strict';
  const inspect = Symbol.for('nodejs.util.inspect.custom');
  const construct = Symbol('construct');
  const { performance } = host;

  function tag(Class, name = Class.name) {
    Object.defineProperty(Class.prototype, Symbol.toStringTag, { value: name, configurable: true });
  }

  function enumerate(prototype, ...names) {
    for (const name of names) Object.defineProperty(prototype, name, { enumerable: true });
  }

  // accessor defines a getter with the name that a class body would give it.
  function accessor(prototype, key, get) {
    const { get: named } = Object.getOwnPropertyDescriptor({ get [key]() { return get(this); } }, key);
    Object.defineProperty(prototype, key, { get: named, enumerable: true, configurable: true });
  }

  // showAs is what util.inspect prints for an object of accessors.
  function showAs(object, properties, depth, options, print) {
    if (depth < 0) return `[${object.constructor.name}]`;
    return `${object.constructor.name} ${print(properties, { ...options, depth: options.depth == null ? null : options.depth - 1 })}`;
  }

  class PerformanceEntry {
    #name;
    #entryType;
    #startTime;
    #duration;

    constructor(...args) {
      const [token, name, entryType, startTime, duration] = args;
      if (token !== construct) throw host.error('ERR_ILLEGAL_CONSTRUCTOR');
      this.#name = name;
      this.#entryType = entryType;
      this.#startTime = startTime;
      this.#duration = duration;
    }

    get name() { return own(this).#name; }
    get entryType() { return own(this).#entryType; }
    get startTime() { return own(this).#startTime; }
    get duration() { return own(this).#duration; }

    toJSON() {
      const { name, entryType, startTime, duration } = own(this);
      return { name, entryType, startTime, duration };
    }

    [inspect](depth, options, print) {
      return showAs(this, this.toJSON(), depth, options, print);
    }

    static own(entry) {
      if (typeof entry !== 'object' || entry === null || !(#name in entry)) {
        throw host.error('ERR_INVALID_THIS', 'PerformanceEntry');
      }
      return entry;
    }
  }
  const { own } = PerformanceEntry;
  delete PerformanceEntry.own;
  enumerate(PerformanceEntry.prototype, 'name', 'entryType', 'startTime', 'duration', 'toJSON');

  const details = new WeakMap();

  // withDetail gives a class of entries the property detail.
  function withDetail(Class) {
    accessor(Class.prototype, 'detail', (entry) => {
      if (!details.has(entry)) throw host.error('ERR_INVALID_THIS', Class.name);
      return details.get(entry);
    });
    Object.defineProperty(Class.prototype, 'toJSON', {
      value: function toJSON() {
        const { name, entryType, startTime, duration, detail } = this;
        return { name, entryType, startTime, duration, detail };
      },
      configurable: true,
      writable: true,
    });
    tag(Class);
  }

  // ---- Marks and measures

  // When each name was marked last; a mark that was never buffered counts.
  const marked = new Map();

  const milestones = new Set([
    'nodeStart', 'v8Start', 'environment', 'loopStart', 'loopExit', 'bootstrapComplete',
  ]);

  function refuseMilestone(name) {
    if (milestones.has(name)) throw host.argValue('name', `'${name}'`, 'is invalid');
  }

  class PerformanceMark extends PerformanceEntry {
    constructor(name, options = undefined) {
      if (arguments.length === 0) throw host.error('ERR_MISSING_ARGS', '"name" argument');
      name = `${name}`;
      refuseMilestone(name);
      if (options != null && typeof options !== 'object') throw host.argType('options', options, 'object');
      const startTime = options?.startTime ?? host.now();
      host.validateNumber(startTime, 'startTime');
      if (startTime < 0) throw host.error('ERR_PERFORMANCE_INVALID_TIMESTAMP', startTime);
      super(construct, name, 'mark', startTime, 0);
      details.set(this, cloned(options?.detail));
      marked.set(name, startTime);
    }
  }
  Object.defineProperty(PerformanceMark, 'length', { value: 1 });
  withDetail(PerformanceMark);

  class PerformanceMeasure extends PerformanceEntry {
    constructor(...args) {
      const [token, name, startTime, duration, detail] = args;
      super(token, name, 'measure', startTime, duration);
      details.set(this, detail);
    }
  }
  withDetail(PerformanceMeasure);

  const cloned = (detail) => (detail == null ? null : host.clone(detail));

  function mark(name, options) {
    return buffered(arguments.length === 0 ? new PerformanceMark() : new PerformanceMark(name, options));
  }

  // timeOf is the time that a mark, a milestone or a number stands for.
  function timeOf(what) {
    if (typeof what === 'number') {
      if (what < 0) throw host.error('ERR_PERFORMANCE_INVALID_TIMESTAMP', what);
      return what;
    }
    const name = `${what}`;
    if (milestones.has(name)) return performance.nodeTiming[name];
    if (!marked.has(name)) throw host.domException(`The "${name}" performance mark has not been set`, 'SyntaxError');
    return marked.get(name);
  }

  function measureOptions(startOrOptions, endMark) {
    if (typeof startOrOptions !== 'object' || startOrOptions === null) {
      return { start: typeof startOrOptions === 'string' ? startOrOptions : undefined, end: endMark };
    }
    const { start, end, duration, detail } = startOrOptions;
    const given = [start, end, duration, detail].filter((v) => v !== undefined).length;
    if (given > 0 && endMark !== undefined) {
      throw host.error('ERR_PERFORMANCE_MEASURE_INVALID_OPTIONS', 'endMark must not be specified');
    }
    if (start !== undefined && end !== undefined && duration !== undefined) {
      throw host.error('ERR_PERFORMANCE_MEASURE_INVALID_OPTIONS',
        'Must not have options.start, options.end, and options.duration specified');
    }
    return { start, end: end ?? endMark, duration, detail };
  }

  function measure(name, startOrOptions, endMark) {
    if (arguments.length === 0) throw host.error('ERR_MISSING_ARGS', '"name" argument');
    host.validateString(name, 'name');
    const { start, end, duration, detail } = measureOptions(startOrOptions, endMark);
    let until;
    if (end !== undefined) until = timeOf(end);
    else if (start !== undefined && duration !== undefined) until = timeOf(start) + timeOf(duration);
    else until = host.now();
    let from = 0;
    if (start !== undefined) from = timeOf(start);
    else if (end !== undefined && duration !== undefined) from = until - timeOf(duration);
    return buffered(new PerformanceMeasure(construct, name, from, until - from, cloned(detail)));
  }

  // ---- Entries of Node's own types

  class PerformanceNodeEntry extends PerformanceEntry {
    constructor(...args) {
      const [token, name, entryType, startTime, duration, detail] = args;
      super(token, name, entryType, startTime, duration);
      details.set(this, detail);
      if (entryType === 'function') Object.assign(this, detail); // its arguments by their index
    }
  }
  withDetail(PerformanceNodeEntry);
  delete PerformanceNodeEntry.prototype[Symbol.toStringTag];

  // report tells observers of something that is not kept.
  function report(entryType, name, startTime, duration, detail) {
    host.enqueue(new PerformanceNodeEntry(construct, name, entryType, startTime, duration, detail));
  }

  // ---- Buffers

  const buffers = { mark: [], measure: [], resource: [] };

  function buffered(entry) {
    host.enqueue(entry);
    buffers[entry.entryType].push(entry);
    return entry;
  }

  const byStart = (entries) => entries.sort((a, b) => a.startTime - b.startTime);

  function entries(type, name) {
    let list = type === undefined ? [...buffers.mark, ...buffers.measure, ...buffers.resource] : [...(buffers[type] ?? [])];
    if (name !== undefined) list = list.filter((entry) => entry.name === name);
    return byStart(list);
  }

  function clear(type, name) {
    if (name !== undefined) {
      name = `${name}`;
      if (type === 'mark') refuseMilestone(name);
    }
    buffers[type] = name === undefined ? [] : buffers[type].filter((entry) => entry.name !== name);
    if (type !== 'mark') return;
    if (name === undefined) marked.clear();
    else marked.delete(name);
  }

  const required = (args, name) => {
    if (args.length === 0) throw host.error('ERR_MISSING_ARGS', `"${name}" argument`);
    return `${args[0]}`;
  };

  // byName and byType serve performance and the lists of observers alike.
  function byName(args, list) {
    const name = required(args, 'name');
    const type = args[1];
    return list(type, name);
  }

  function byType(args, list) {
    return list(required(args, 'type'));
  }

  return {
    construct, accessor, showAs, tag, enumerate, buffers, byStart, buffered, report, byName, byType, withDetail,
    classes: { PerformanceEntry, PerformanceMark, PerformanceMeasure },
    methods: {
      mark,
      measure,
      getEntries: () => entries(),
      getEntriesByName: (...args) => byName(args, entries),
      getEntriesByType: (...args) => byType(args, entries),
      clearMarks: (name) => clear('mark', name),
      clearMeasures: (name) => clear('measure', name),
    },
  };
})
