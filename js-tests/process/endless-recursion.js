// Endless recursion through built-ins is a RangeError that a script can catch,
// again and again.
// Expect-Stdout-File: endless-recursion.golden
'use strict';

const { EventEmitter } = require('events');
const { transcript } = require('../common');

const log = transcript();
const emitter = new EventEmitter();
emitter.on('again', () => emitter.emit('again'));

for (let i = 0; i < 3; i++) {
  try {
    emitter.emit('again');
    log('no error');
  } catch (err) {
    log(err instanceof RangeError, err.name, err.message);
  }
}
setImmediate(() => log('still alive'));
