// Event names that are no strings, a thenable that throws, signals that others stop.
// Expect-Stdout-File: odd-cases.golden
// Expect-Stderr: MaxListenersExceededWarning.*2 null listeners added
'use strict';

const EventEmitter = require('events');
const { transcript } = require('../common');

const log = transcript();

for (const type of [null, undefined, 1, Symbol('s'), { toString: () => 'object' }]) {
  const e = new EventEmitter();
  e.on('newListener', (name) => log('newListener', typeof name, String(name)));
  e.on(type, () => log('called'));
  log('emitted', e.emit(type), e.eventNames().map(String).join());
}
const leaky = new EventEmitter();
leaky.setMaxListeners(1);
leaky.on(null, () => {});
leaky.on(null, () => {});
process.on('warning', (w) => log(w.name, w.type, w.count, w.emitter === leaky));

const capturing = new EventEmitter({ captureRejections: true });
capturing.on('error', (err) => log('captured', err.message));
capturing.on('thenable', () => ({
  get then() {
    throw new Error('from the getter');
  },
}));
capturing.on('call', () => ({
  then() {
    throw new Error('from then');
  },
}));
log('emit', capturing.emit('thenable'));
try {
  log('emit', capturing.emit('call'));
} catch (err) {
  log('thrown', err.message);
}

// Nobody can keep an abort from once, on and addAbortListener.
const controller = new AbortController();
const { signal } = controller;
signal.addEventListener('abort', (event) => event.stopImmediatePropagation(), { once: true });
signal.addEventListener('abort', () => log('never'));
EventEmitter.addAbortListener(signal, (event) => log('listener', event.type));
EventEmitter.once(new EventEmitter(), 'x', { signal }).catch((err) => log('once', err.name));
EventEmitter.once(new EventTarget(), 'x', { signal }).catch((err) => log('target', err.name));
EventEmitter.on(new EventEmitter(), 'x', { signal }).next().catch((err) => log('on', err.name));
const target = new EventTarget();
target.addEventListener('x', () => log('removed by the signal'), { signal });
controller.abort();
target.dispatchEvent(new Event('x'));
