// emit('error') without a listener throws: the error itself, or
// ERR_UNHANDLED_ERROR for other values.
// Expect-Stdout-File: unhandled-error-event.golden
'use strict';

const { EventEmitter } = require('events');
const { transcript } = require('../common');

const log = transcript();
const emitter = new EventEmitter();
for (const value of [new RangeError('mine'), 'text', 42, null, undefined, { a: 1 }]) {
  try {
    emitter.emit('error', value);
  } catch (err) {
    log(err === value, err.name, err.code, err.message, String(err.context));
  }
}
try {
  emitter.emit('error');
} catch (err) {
  log(err.name, err.code, err.message);
}
