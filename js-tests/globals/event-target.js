// EventTarget, Event and CustomEvent: order, options, errors and properties.
// Expect-Stdout-File: event-target.golden
// Expect-Stderr: AddEventListenerArgumentTypeWarning: addEventListener called with null which has no effect
'use strict';

const common = require('../common');

const log = common.transcript();

function attempt(name, fn) {
  try {
    log(name, String(fn()));
  } catch (err) {
    log(name, 'threw', err.name, err.code, err.message);
  }
}

const target = new EventTarget();
const order = (name) => (event) => log(name, event.type, event.eventPhase, event.currentTarget === target);
target.addEventListener('a', order('first'));
target.addEventListener('a', order('once'), { once: true });
target.addEventListener('a', order('capture'), true);
target.addEventListener('a', (event) => {
  log('cancelable', event.cancelable, event.defaultPrevented);
  event.preventDefault();
  log('prevented', event.defaultPrevented, event.returnValue);
}, { passive: false });
const event = new Event('a', { cancelable: true });
log(target.dispatchEvent(event), event.eventPhase, event.currentTarget, event.target === target);
log(target.dispatchEvent(new Event('a')));

const stop = new EventTarget();
stop.addEventListener('x', (e) => { e.stopImmediatePropagation(); log('stops'); });
stop.addEventListener('x', common.mustNotCall());
stop.dispatchEvent(new Event('x'));

const both = common.mustCall(() => log('same function, both phases'), 3);
const phases = new EventTarget();
phases.addEventListener('p', both);
phases.addEventListener('p', both);
phases.addEventListener('p', both, { capture: true });
phases.dispatchEvent(new Event('p'));
phases.removeEventListener('p', both);
phases.removeEventListener('p', both, true);
phases.dispatchEvent(new Event('p'));

const controller = new AbortController();
const aborted = new EventTarget();
aborted.addEventListener('x', common.mustNotCall(), { signal: controller.signal });
controller.abort();
aborted.dispatchEvent(new Event('x'));
aborted.addEventListener('x', common.mustNotCall(), { signal: controller.signal });
aborted.dispatchEvent(new Event('x'));

const objects = new EventTarget();
objects.addEventListener('h', { handleEvent() { log('handleEvent', Object.keys(this).join()); } });
objects.addEventListener('h', null);
objects.dispatchEvent(new Event('h'));

const added = new EventTarget();
added.addEventListener('x', () => {
  log('outer');
  added.addEventListener('x', () => log('added while dispatching'), { once: true });
}, { once: true });
added.dispatchEvent(new Event('x'));
added.dispatchEvent(new Event('x'));

attempt('no arguments', () => new Event());
attempt('bad options', () => new Event('x', 1));
attempt('symbol type', () => new Event(Symbol('s')));
attempt('null options', () => new Event('x', null).type);
attempt('number type', () => new Event(5).type);
attempt('dispatch nothing', () => target.dispatchEvent());
attempt('dispatch no event', () => target.dispatchEvent({ type: 'x' }));
attempt('listener', () => target.addEventListener('x', 'y'));
attempt('one argument', () => target.addEventListener('x'));
attempt('remove one argument', () => target.removeEventListener('x'));
attempt('wrong this', () => EventTarget.prototype.addEventListener.call({}, 'x', () => {}));
attempt('wrong this of getter', () => Object.getOwnPropertyDescriptor(Event.prototype, 'type').get.call({}));
attempt('bad signal', () => target.addEventListener('x', () => {}, { signal: {} }));
attempt('dispatch twice', () => {
  const t = new EventTarget();
  const e = new Event('x');
  t.addEventListener('x', () => attempt('recursion', () => t.dispatchEvent(e)));
  return t.dispatchEvent(e);
});

const plain = new Event('type', { bubbles: true, composed: true });
log(plain.bubbles, plain.composed, plain.cancelable, plain.defaultPrevented, plain.srcElement, plain.cancelBubble);
log(typeof plain.timeStamp, plain.isTrusted, plain.composedPath().length, plain.returnValue);
plain.cancelBubble = true;
log(plain.cancelBubble);
log(Event.NONE, Event.CAPTURING_PHASE, Event.AT_TARGET, Event.BUBBLING_PHASE);
const custom = new CustomEvent('c', { detail: 5 });
log(custom.detail, custom instanceof Event, new CustomEvent('d').detail);
log(Object.prototype.toString.call(plain), Object.prototype.toString.call(target), Object.prototype.toString.call(custom));
log(Object.keys(EventTarget.prototype).join(), Event.length, EventTarget.length);

class Mine extends EventTarget {
  constructor() {
    super();
    this.own = 1;
  }
}
const mine = new Mine();
mine.addEventListener('m', function(e) { log(this === mine, e.target === mine, this.own); });
mine.dispatchEvent(new Event('m'));

// An exception of a listener does not stop the others; it is uncaught.
common.survive(log);
const throwing = new EventTarget();
throwing.addEventListener('t', () => { throw new Error('from a listener'); });
throwing.addEventListener('t', () => log('still called'));
log(throwing.dispatchEvent(new Event('t')));
