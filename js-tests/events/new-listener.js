// 'newListener' comes before the listener is added, also for itself not at
// all; 'removeListener' comes after the removal.
// Expect-Stdout-File: new-listener.golden
'use strict';

const EventEmitter = require('events');
const { transcript } = require('../common');

const log = transcript();
const e = new EventEmitter();
const fn = () => log('fn');

e.on('newListener', (name, listener) => {
  log('newListener', String(name), listener === fn, e.listenerCount(name));
  if (name === 'x' && e.listenerCount('x') === 0) {
    e.listenerCount('inserted') || e.once('inserted', () => {});
  }
});
e.on('removeListener', (name, listener) => log('removeListener', String(name), listener === fn, e.listenerCount(name)));
e.on('x', fn);
e.once('x', fn);
e.emit('x');
e.off('x', fn);
