// Order of listeners: on, once, prepend, and what changes while an event is
// being emitted.
// Expect-Stdout-File: order.golden
'use strict';

const EventEmitter = require('events');
const { transcript } = require('../common');

const log = transcript();
const e = new EventEmitter();
const named = (name) => () => log(name);
const removedLater = named('removed while emitting');

e.on('x', named('on 1'));
e.once('x', named('once'));
e.prependListener('x', named('prepended'));
e.prependOnceListener('x', named('prepended once'));
e.on('x', () => {
  log('changes the list');
  e.removeListener('x', removedLater);
  e.on('x', named('added while emitting'));
});
e.on('x', removedLater);
log(e.emit('x'), e.listenerCount('x'));
log(e.emit('x'), e.listenerCount('x'));
log(e.emit('nothing'));
e.on('nested', (n) => {
  log('nested', n);
  if (n < 3) {
    e.emit('nested', n + 1);
  }
  log('nested done', n);
});
e.emit('nested', 1);
