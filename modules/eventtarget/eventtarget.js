(function (binding) {
  'use strict';

  const inspect = Symbol.for('nodejs.util.inspect.custom');
  // Listeners of our own run though the event's propagation was stopped.
  const resistStop = Symbol.for('nodejs.kResistStopPropagation');
  const defaultMaxListeners = 10;
  const maxTimeout = 2 ** 32 - 1; // milliseconds

  const codes = {
    IndexSizeError: 1, HierarchyRequestError: 3, WrongDocumentError: 4, InvalidCharacterError: 5,
    NoModificationAllowedError: 7, NotFoundError: 8, NotSupportedError: 9, InUseAttributeError: 10,
    InvalidStateError: 11, SyntaxError: 12, InvalidModificationError: 13, NamespaceError: 14,
    InvalidAccessError: 15, TypeMismatchError: 17, SecurityError: 18, NetworkError: 19,
    AbortError: 20, URLMismatchError: 21, QuotaExceededError: 22, TimeoutError: 23,
    InvalidNodeTypeError: 24, DataCloneError: 25,
  };

  // DOMException instances are real errors with a prototype of their own.
  class DOMException {
    constructor(message = '', options = 'Error') {
      const err = new Error(`${message}`);
      Object.setPrototypeOf(err, new.target.prototype);
      let name = options;
      if (options !== null && typeof options === 'object') {
        name = options.name === undefined ? 'Error' : options.name;
        if ('cause' in options) {
          Object.defineProperty(err, 'cause', {
            value: options.cause, configurable: true, writable: true, enumerable: false,
          });
        }
      }
      Object.defineProperty(err, domName, { value: `${name}` });
      Object.defineProperty(err, 'stack', {
        value: String(err.stack).replace(/^Error/, `${name}`), configurable: true, writable: true,
      });
      return err;
    }

    get name() {
      return nameOf(this);
    }

    get code() {
      return codes[nameOf(this)] || 0;
    }
  }
  const domName = Symbol('name');
  function nameOf(err) {
    const name = err[domName];
    if (name === undefined) throw binding.error('ERR_INVALID_THIS', 'DOMException');
    return name;
  }
  Object.setPrototypeOf(DOMException.prototype, Error.prototype);
  Object.defineProperty(DOMException.prototype, Symbol.toStringTag, { value: 'DOMException', configurable: true });
  for (const [name, code] of Object.entries(codes)) {
    const constant = name.replace(/Error$/, '').replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase() + '_ERR';
    Object.defineProperty(DOMException, constant, { value: code, enumerable: true });
    Object.defineProperty(DOMException.prototype, constant, { value: code, enumerable: true });
  }

  // ---- Event

  const eventStates = new WeakMap();

  function stateOf(event) {
    const state = eventStates.get(event);
    if (state === undefined) {
      const err = new TypeError('Value of "this" must be of type Event');
      err.code = 'ERR_INVALID_THIS';
      throw err;
    }
    return state;
  }

  function checkOptions(options) {
    if (options != null && typeof options !== 'object' && typeof options !== 'function') {
      throw binding.argType('options', options, 'Object');
    }
    return options || {};
  }

  class Event {
    constructor(type, options = undefined) {
      if (arguments.length === 0) throw binding.error('ERR_MISSING_ARGS', '"type" argument');
      const { bubbles, cancelable, composed } = checkOptions(options);
      eventStates.set(this, {
        type: `${type}`, bubbles: !!bubbles, cancelable: !!cancelable, composed: !!composed,
        timeStamp: binding.now(), target: null, dispatching: false, canceled: false,
        propagationStopped: false, stopped: false, passive: false,
      });
      Object.defineProperty(this, 'isTrusted', { get: isTrusted, enumerable: true, configurable: false });
    }

    stopImmediatePropagation() {
      stateOf(this).stopped = true;
      stateOf(this).propagationStopped = true;
    }

    stopPropagation() {
      stateOf(this).propagationStopped = true;
    }

    preventDefault() {
      const state = stateOf(this);
      if (state.cancelable && !state.passive) state.canceled = true;
    }

    composedPath() {
      const state = stateOf(this);
      return state.dispatching ? [state.target] : [];
    }

    initEvent(type, bubbles = false, cancelable = false) {
      const state = stateOf(this);
      if (state.dispatching) return;
      state.type = `${type}`;
      state.bubbles = !!bubbles;
      state.cancelable = !!cancelable;
    }

    get type() { return stateOf(this).type; }
    get target() { return stateOf(this).target; }
    get currentTarget() { return stateOf(this).dispatching ? stateOf(this).target : null; }
    get srcElement() { return stateOf(this).target; }
    get bubbles() { return stateOf(this).bubbles; }
    get cancelable() { return stateOf(this).cancelable; }
    get composed() { return stateOf(this).composed; }
    get defaultPrevented() { return stateOf(this).cancelable && stateOf(this).canceled; }
    get returnValue() { return !stateOf(this).cancelable || !stateOf(this).canceled; }
    get timeStamp() { return stateOf(this).timeStamp; }
    get eventPhase() { return stateOf(this).dispatching ? Event.AT_TARGET : Event.NONE; }
    get cancelBubble() { return stateOf(this).propagationStopped; }
    set cancelBubble(value) {
      if (value) stateOf(this).propagationStopped = true;
    }

    [inspect](depth, options, inspectValue) {
      const name = this.constructor.name;
      if (depth < 0) return name;
      const shown = {
        type: this.type, defaultPrevented: this.defaultPrevented,
        cancelable: this.cancelable, timeStamp: this.timeStamp,
      };
      return `${name} ${inspectValue(shown, { ...options, depth: options.depth == null ? null : options.depth - 1 })}`;
    }
  }
  const trusted = new WeakSet();
  function isTrusted() {
    return trusted.has(this);
  }
  for (const [name, value] of [['NONE', 0], ['CAPTURING_PHASE', 1], ['AT_TARGET', 2], ['BUBBLING_PHASE', 3]]) {
    Object.defineProperty(Event, name, { value, enumerable: true });
    Object.defineProperty(Event.prototype, name, { value, enumerable: true });
  }
  for (const name of ['stopImmediatePropagation', 'stopPropagation', 'preventDefault', 'composedPath', 'initEvent',
    'type', 'target', 'currentTarget', 'srcElement', 'bubbles', 'cancelable', 'composed', 'defaultPrevented',
    'returnValue', 'timeStamp', 'eventPhase', 'cancelBubble']) {
    enumerate(Event.prototype, name);
  }
  tag(Event, 'Event');

  class CustomEvent extends Event {
    constructor(type, options = undefined) {
      if (arguments.length === 0) throw binding.error('ERR_MISSING_ARGS', '"type" argument');
      super(type, options);
      details.set(this, options && options.detail !== undefined ? options.detail : null);
    }

    get detail() {
      if (!details.has(this)) stateOf(null);
      return details.get(this);
    }
  }
  const details = new WeakMap();
  enumerate(CustomEvent.prototype, 'detail');
  tag(CustomEvent, 'CustomEvent');

  function enumerate(obj, name) {
    Object.defineProperty(obj, name, { enumerable: true });
  }

  function tag(ctor, name) {
    Object.defineProperty(ctor.prototype, Symbol.toStringTag, {
      value: name, configurable: true, enumerable: false, writable: false,
    });
  }

  // ---- EventTarget

  const targets = new WeakMap(); // target -> {lists: Map(type -> records), max}

  function targetOf(target) {
    const t = targets.get(target);
    if (t === undefined) {
      const err = new TypeError('Value of "this" must be of type EventTarget');
      err.code = 'ERR_INVALID_THIS';
      throw err;
    }
    return t;
  }

  function listenerOptions(options) {
    if (typeof options === 'boolean') return { capture: options };
    if (options == null) return {};
    if (typeof options !== 'object') throw binding.argType('options', options, 'Object', 'boolean');
    if (options.signal !== undefined && (options.signal === null || typeof options.signal !== 'object' ||
        !('aborted' in options.signal))) {
      throw binding.argType('options.signal', options.signal, 'AbortSignal');
    }
    return options;
  }

  function adopt(target) {
    targets.set(target, { lists: new Map(), max: defaultMaxListeners, warned: new Set() });
  }

  class EventTarget {
    constructor() {
      adopt(this);
    }

    addEventListener(type, listener, options = undefined) {
      const t = targetOf(this);
      if (arguments.length < 2) throw binding.error('ERR_MISSING_ARGS', '"type" and "listener" arguments');
      const { once, capture, passive, signal } = listenerOptions(options);
      if (listener == null) {
        warnNoListener(this, type, listener);
        return;
      }
      if (typeof listener !== 'function' && typeof listener !== 'object') {
        throw binding.argType('listener', listener, 'EventListener');
      }
      if (signal && signal.aborted) return;
      type = `${type}`;
      let list = t.lists.get(type);
      if (list === undefined) t.lists.set(type, list = []);
      if (list.some((r) => r.listener === listener && r.capture === !!capture)) return;
      const record = {
        listener, once: !!once, capture: !!capture, passive: !!passive, removed: false,
        resists: !!(options && options[resistStop]),
      };
      list.push(record);
      if (signal) {
        signal.addEventListener('abort', () => this.removeEventListener(type, listener, options), { once: true, [resistStop]: true });
      }
      if (t.max > 0 && list.length > t.max && !t.warned.has(type)) {
        t.warned.add(type);
        warnLeak(this, type, list.length, t.max);
      }
    }

    removeEventListener(type, listener, options = undefined) {
      const t = targetOf(this);
      if (arguments.length < 2) throw binding.error('ERR_MISSING_ARGS', '"type" and "listener" arguments');
      // Unlike addEventListener, a boolean says nothing here on Node.
      const capture = !!(options && options.capture);
      const list = t.lists.get(`${type}`);
      if (list === undefined) return;
      const i = list.findIndex((r) => r.listener === listener && r.capture === capture);
      if (i >= 0) drop(t, `${type}`, list, list[i]);
    }

    dispatchEvent(event) {
      targetOf(this);
      if (arguments.length === 0) throw binding.error('ERR_MISSING_ARGS', '"event" argument');
      if (!eventStates.has(event)) throw binding.argType('event', event, 'Event');
      const state = eventStates.get(event);
      if (state.dispatching) throw binding.error('ERR_EVENT_RECURSION', state.type);
      return dispatch(this, event);
    }
  }
  for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent']) enumerate(EventTarget.prototype, name);
  tag(EventTarget, 'EventTarget');
  Object.defineProperty(EventTarget.prototype, Symbol.for('gonode.eventtarget.listeners'), {
    value(type) {
      const list = targetOf(this).lists.get(`${type}`) || [];
      return list.map((r) => r.listener);
    },
  });
  Object.defineProperty(EventTarget.prototype, Symbol.for('events.maxEventTargetListeners'), {
    get() { return targetOf(this).max; },
    set(max) { targetOf(this).max = max; },
    configurable: true,
  });
  Object.defineProperty(EventTarget.prototype, inspect, {
    value(depth) {
      return depth < 0 ? this.constructor.name : `${this.constructor.name} {}`;
    },
    configurable: true, writable: true,
  });

  function drop(t, type, list, record) {
    record.removed = true;
    const rest = list.filter((r) => r !== record);
    if (rest.length > 0) t.lists.set(type, rest);
    else t.lists.delete(type);
  }

  function dispatch(target, event) {
    const t = targets.get(target);
    const state = eventStates.get(event);
    state.target = target;
    state.dispatching = true;
    for (const record of [...(t.lists.get(state.type) || [])]) {
      if (record.removed || (state.stopped && !record.resists)) continue;
      if (record.once) drop(t, state.type, t.lists.get(state.type), record);
      state.passive = record.passive;
      call(target, record.listener, event);
      state.passive = false;
      // As on Node, whoever comes after the first listener no longer sees the
      // event as being dispatched.
      state.dispatching = false;
    }
    state.dispatching = false;
    return !event.defaultPrevented;
  }

  // An exception in a listener does not reach dispatchEvent's caller.
  function call(target, listener, event) {
    try {
      let result;
      if (typeof listener === 'function') {
        result = listener.call(target, event);
      } else if (typeof listener.handleEvent === 'function') {
        result = listener.handleEvent(event);
      }
      if (result !== undefined && result !== null && typeof result.then === 'function') {
        result.then(undefined, (err) => binding.throwLater(err));
      }
    } catch (err) {
      binding.throwLater(err);
    }
  }

  function warnNoListener(target, type, listener) {
    const w = new Error(`addEventListener called with ${listener} which has no effect.`);
    Object.assign(w, { name: 'AddEventListenerArgumentTypeWarning', target, type });
    binding.warn(w);
  }

  function warnLeak(target, type, count, max) {
    const w = new Error(`Possible EventTarget memory leak detected. ${count} ${type} listeners added to ` +
      `${target.constructor.name}. MaxListeners is ${max}. Use events.setMaxListeners() to increase limit`);
    Object.assign(w, { name: 'MaxListenersExceededWarning', target, type, count });
    binding.warn(w);
  }

  // ---- AbortSignal and AbortController

  const signals = new WeakMap();
  const construct = {};

  class AbortSignal extends EventTarget {
    constructor(token) {
      if (token !== construct) throw binding.error('ERR_ILLEGAL_CONSTRUCTOR');
      super();
      targets.get(this).max = 0;
      signals.set(this, { aborted: false, reason: undefined, dependants: [], handler: null });
    }

    get aborted() { return signalOf(this).aborted; }
    get reason() { return signalOf(this).reason; }
    throwIfAborted() {
      if (this.aborted) throw this.reason;
    }

    get onabort() {
      const { handler } = signalOf(this);
      return handler && handler.fn;
    }

    set onabort(fn) {
      const state = signalOf(this);
      if (state.handler) {
        this.removeEventListener('abort', state.handler.listener);
        state.handler = null;
      }
      if (typeof fn === 'function') {
        state.handler = { fn, listener: (event) => fn.call(this, event) };
        this.addEventListener('abort', state.handler.listener);
      }
    }

    static abort(reason = new DOMException('This operation was aborted', 'AbortError')) {
      const signal = new AbortSignal(construct);
      Object.assign(signals.get(signal), { aborted: true, reason });
      return signal;
    }

    static timeout(delay) {
      if (typeof delay !== 'number') throw binding.argType('delay', delay, 'number');
      if (delay !== Math.floor(delay)) throw binding.outOfRange('delay', 'an integer', delay);
      if (!(delay >= 0 && delay <= maxTimeout)) {
        throw binding.outOfRange('delay', `>= 0 && <= ${maxTimeout}`, delay);
      }
      const signal = new AbortSignal(construct);
      binding.timeout(delay, () => {
        abortSignal(signal, new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
      });
      return signal;
    }

    static any(list) {
      if (list === null || typeof list !== 'object' || typeof list[Symbol.iterator] !== 'function') {
        throw binding.webType('signals cannot be converted to sequence.');
      }
      const sources = [...list];
      sources.forEach((s, i) => {
        if (!signals.has(s)) throw binding.webType(`signals[${i}] is not of type AbortSignal.`);
      });
      const result = new AbortSignal(construct);
      const aborted = sources.find((s) => s.aborted);
      if (aborted) {
        Object.assign(signals.get(result), { aborted: true, reason: aborted.reason });
      } else {
        for (const s of sources) signals.get(s).dependants.push(result);
      }
      return result;
    }

    [inspect](depth, options, inspectValue) {
      return show(this, { aborted: this.aborted }, depth, options, inspectValue);
    }
  }
  for (const name of ['aborted', 'onabort']) enumerate(AbortSignal.prototype, name);
  tag(AbortSignal, 'AbortSignal');

  function signalOf(signal) {
    const state = signals.get(signal);
    if (state === undefined) {
      const err = new TypeError('Value of "this" must be of type AbortSignal');
      err.code = 'ERR_INVALID_THIS';
      throw err;
    }
    return state;
  }

  function abortSignal(signal, reason) {
    const state = signals.get(signal);
    if (state.aborted) return;
    state.aborted = true;
    state.reason = reason;
    const event = new Event('abort');
    trusted.add(event);
    dispatch(signal, event);
    for (const dependant of state.dependants) abortSignal(dependant, reason);
  }

  class AbortController {
    constructor() {
      controllers.set(this, new AbortSignal(construct));
    }

    get signal() {
      return controllerSignal(this);
    }

    abort(reason = new DOMException('This operation was aborted', 'AbortError')) {
      abortSignal(controllerSignal(this), reason);
    }

    [inspect](depth, options, inspectValue) {
      return show(this, { signal: this.signal }, depth, options, inspectValue);
    }
  }
  const controllers = new WeakMap();
  enumerate(AbortController.prototype, 'signal');
  enumerate(AbortController.prototype, 'abort');
  tag(AbortController, 'AbortController');

  function controllerSignal(controller) {
    const signal = controllers.get(controller);
    if (signal === undefined) {
      throw new TypeError('Cannot read private member #signal from an object whose class did not declare it');
    }
    return signal;
  }

  function show(self, value, depth, options, inspectValue) {
    const name = self.constructor.name;
    if (depth < 0 || typeof inspectValue !== 'function') return `[${name}]`;
    return `${name} ${inspectValue(value, { ...options, depth: options.depth == null ? null : options.depth - 1 })}`;
  }

  return { EventTarget, Event, CustomEvent, AbortController, AbortSignal, DOMException, adopt };
})
