const EventEmitter = require('events');
const e = new EventEmitter();
const log = (...a) => console.log(a.map(String).join(' '));
e.on('newListener', (n, f) => log('newListener', String(n), typeof f));
e.on('removeListener', (n, f) => log('removeListener', String(n), f.name));
function a(...x) { log('a', x, this === e); }
function b() { log('b'); e.removeListener('x', a); }
e.on('x', a); e.once('x', b); e.prependListener('x', () => log('first')); e.prependOnceListener('x', function p() { log('pre-once'); });
log(e.emit('x', 1, 2), e.emit('x', 3), e.emit('none'));
log(e.eventNames().map(String), e.listenerCount('x'), e.listenerCount('x', a));
e.on('x', a); e.on('x', a); log(e.listeners('x').length, e.rawListeners('x').length);
e.off('x', a); log(e.listenerCount('x', a));
e.removeAllListeners('x'); log(e.listenerCount('x'));
const s = Symbol('s'); e.on(s, () => log('sym')); e.emit(s); e.on('10', a); e.on('2', a); log(e.eventNames().map(String));
try { e.emit('error', new Error('boom')); } catch (err) { log(err.message); }
try { new EventEmitter().emit('error', 'str'); } catch (err) { log(err.code, err.context); }
try { e.on('x', 1); } catch (err) { log(err.code, err.message); }
e.removeAllListeners();
log(e.eventNames().length, e._eventsCount);
class Sub extends EventEmitter { constructor() { super(); this.v = 1; } emit(...args) { log('Sub.emit', String(args[0])); return super.emit(...args); } }
const q = new Sub(); q.on('y', () => log('y')); q.emit('y'); log(q instanceof EventEmitter, q.v);
function Old() { EventEmitter.call(this); } Object.setPrototypeOf(Old.prototype, EventEmitter.prototype);
const o = new Old(); o.on('z', () => log('z')); o.emit('z');
const mixed = Object.assign({}, EventEmitter.prototype); mixed.on('m', () => log('m')); mixed.emit('m');
const child = Object.create(o); child.on('w', () => log('w inherited')); o.emit('w');
log(EventEmitter.prototype.on === EventEmitter.prototype.addListener, EventEmitter.prototype.off === EventEmitter.prototype.removeListener);
const m = new EventEmitter(); m.on('error', () => log('err')); m.on(EventEmitter.errorMonitor, () => log('monitor')); m.emit('error', new Error('1'));
const w = new EventEmitter(); w.once('r', () => log('once', w.listenerCount('r'))); w.emit('r'); w.emit('r');
const order = new EventEmitter(); order.on('t', () => { log(1); order.on('t', () => log('late')); }); order.emit('t'); order.emit('t');
const raw = new EventEmitter(); raw.once('k', () => log('k')); raw.rawListeners('k')[0](); log(raw.listenerCount('k'));
log(typeof raw._events, raw.getMaxListeners(), raw.setMaxListeners(3) === raw, raw.getMaxListeners());
try { raw.setMaxListeners(-1); } catch (err) { log(err.code, err.message); }
raw.on('p', a); log(raw._events.p === a); raw.on('p', a); log(raw._events.p.length, Object.keys(raw._events).includes('p'));
EventEmitter.once(raw, 'later').then((v) => log('once promise', v)); raw.emit('later', 5);
EventEmitter.once(raw, 'fails').catch((v) => log('once reject', v.message)); raw.emit('error', new Error('rej'));
