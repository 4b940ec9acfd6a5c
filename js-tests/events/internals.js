// _events, _eventsCount and _maxListeners read and write the state, as old
// packages do.
// Expect-Stdout-File: internals.golden
'use strict';

const EventEmitter = require('events');
const { transcript } = require('../common');

const log = transcript();
const e = new EventEmitter();
const a = () => log('a');
const b = () => log('b');

log(Object.getPrototypeOf(e._events), Object.keys(e._events).length, e._eventsCount, e._maxListeners);
e.on('x', a);
log(e._events.x === a, e._eventsCount);
e.on('x', b);
log(Array.isArray(e._events.x), e._events.x.length, e._events.x[1] === b);
e.setMaxListeners(3);
log(e._maxListeners, e.getMaxListeners());
e._maxListeners = 7;
log(e.getMaxListeners());
e._events.x.reverse();
e.emit('x');
e._events = { x: b };
e._eventsCount = 1;
e.emit('x');
log(e.listenerCount('x'), e.eventNames().join());
