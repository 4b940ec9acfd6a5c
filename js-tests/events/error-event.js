// 'error' without a listener throws; errorMonitor sees it first and does not
// count as a listener.
// Expect-Stdout-File: error-event.golden
'use strict';

const EventEmitter = require('events');
const { transcript } = require('../common');

const log = transcript();
const e = new EventEmitter();
const err = new Error('boom');

e.on(EventEmitter.errorMonitor, (got) => log('monitor', got === err));
try {
  e.emit('error', err);
} catch (got) {
  log('thrown', got === err);
}
e.once('error', (got) => log('listener', got === err));
log(e.emit('error', err));
try {
  e.emit('error', err);
} catch (got) {
  log('thrown again', got === err);
}
