// An exception of a listener leaves emit; later listeners are not called, and
// the emitter works on.
// Expect-Stdout-File: throwing-listener.golden
'use strict';

const EventEmitter = require('events');
const { transcript } = require('../common');

const log = transcript();
const e = new EventEmitter();

e.once('x', () => {
  log('first');
  throw new Error('from the listener');
});
e.on('x', () => log('second'));
try {
  e.emit('x');
} catch (err) {
  log('caught', err.message);
}
log(e.emit('x'));
