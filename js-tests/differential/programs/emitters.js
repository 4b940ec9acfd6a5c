// Random programs over EventEmitter. Usage: emitters.js FIRST-SEED COUNT
'use strict';

const EventEmitter = require('events');
const { runAll } = require('./random');

const symbol = Symbol('sym');
const names = ['a', 'b', 'error', 'newListener', 'removeListener', symbol, EventEmitter.errorMonitor];

function program(r, log) {
  const emitters = Array.from({ length: 1 + r.below(2) }, (_, i) => makeEmitter(r, log, 'xy'[i]));
  const functions = Array.from({ length: 5 }, (_, i) => makeListener(r, log, i, emitters));
  let left = 10 + r.below(20);
  const act = () => {
    if (left-- <= 0) return;
    const e = r.pick(emitters);
    const name = r.pick(Object.keys(actions));
    try {
      log(e.label, name, String(actions[name](r, e, functions, log)), counts(e));
    } catch (err) {
      log(e.label, name, 'threw', err);
    }
  };
  program.act = act;
  const run = () => {
    for (let i = 1 + r.below(5); i > 0; i--) act();
    if (left > 0) r.pick([setImmediate, process.nextTick, queueMicrotask])(run);
  };
  run();
}

function makeEmitter(r, log, label) {
  const options = r.chance(30) ? { captureRejections: r.chance(70) } : undefined;
  const kind = r.below(4);
  let e;
  if (kind === 0) {
    e = new (class Child extends EventEmitter {
      emit(name, ...args) {
        log(label, 'own emit', String(name));
        return super.emit(name, ...args);
      }
    })(options);
  } else if (kind === 1) {
    e = Object.create(EventEmitter.prototype);
    if (r.chance(50)) EventEmitter.call(e, options);
  } else {
    e = new EventEmitter(options);
  }
  e.label = label;
  if (r.chance(20)) e.setMaxListeners(r.pick([0, 1, 2]));
  if (r.chance(15)) {
    e[Symbol.for('nodejs.rejection')] = (err, name) => log(label, 'rejection handler', err, String(name));
  }
  return e;
}

function makeListener(r, log, i, emitters) {
  const kind = r.below(8);
  return function (...args) {
    log('listener', String(i), ...args.map((a) => (typeof a === 'symbol' ? String(a) : a)), emitters.includes(this) ? this.label : 'no this');
    if (r.chance(15)) program.act();
    if (kind === 0 && r.chance(40)) throw new Error(`listener ${i} threw`);
    if (kind === 1) return Promise.reject(new Error(`listener ${i} rejected`));
    if (kind === 2) return { then: (ok, fail) => r.chance(50) && fail(new Error(`thenable ${i}`)) };
    return undefined;
  };
}

const counts = (e) => `[${e.eventNames().map((n) => `${String(n)}:${e.listenerCount(n)}`).join()}]`;

const add = (how) => (r, e, functions) => e[how](r.pick(names), r.pick(functions)) === e;

const actions = {
  on: add('on'), on2: add('on'), addListener: add('addListener'), once: add('once'), once2: add('once'),
  prepend: add('prependListener'), prependOnce: add('prependOnceListener'),
  off: (r, e, functions) => e.off(r.pick(names), r.pick(functions)) === e,
  removeRaw: (r, e) => {
    const name = r.pick(names);
    const raw = e.rawListeners(name);
    return raw.length > 0 && e.removeListener(name, r.pick(raw)) === e;
  },
  callRaw: (r, e) => {
    const raw = e.rawListeners(r.pick(['a', 'b']));
    return raw.length > 0 && r.pick(raw).call(e, 'raw');
  },
  removeAll: (r, e) => (r.chance(70) ? e.removeAllListeners(r.pick(names)) : e.removeAllListeners()) === e,
  emit: (r, e) => e.emit(r.pick(['a', 'b', 'a', 'b', symbol]), ...[1, 'two', null].slice(0, r.below(4))),
  emit2: (r, e) => e.emit(r.pick(['a', 'b']), 'again'),
  emitError: (r, e) => e.emit('error', r.pick([new Error('emitted'), 'text', undefined, null])),
  listeners: (r, e, functions) => e.listeners(r.pick(names)).map((f) => functions.indexOf(f)).join(),
  countOf: (r, e, functions) => e.listenerCount(r.pick(names), r.pick(functions)),
  setMax: (r, e) => e.setMaxListeners(r.pick([0, 1, 5])) === e && e.getMaxListeners(),
  badListener: (r, e) => e.on('a', r.pick([null, 1, {}])),
  promise: (r, e, functions, log) => {
    EventEmitter.once(e, r.pick(['a', 'b'])).then((args) => log(e.label, 'once gives', ...args), (err) => log(e.label, 'once fails', err));
    return true;
  },
  events: (r, e) => JSON.stringify(Object.keys(e._events || {})) + e._eventsCount,
};

runAll(program, Number(process.argv[2]), Number(process.argv[3]), 4);
