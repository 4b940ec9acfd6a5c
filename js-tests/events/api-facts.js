// Names, lengths, identities and descriptors of EventEmitter. Functions that
// have no name on Node may have that of their property.
// Expect-Stdout-File: api-facts.golden
// Needs-Node: 24
'use strict';

const EventEmitter = require('events');
const { transcript } = require('../common');

const log = transcript();
const proto = EventEmitter.prototype;

log(EventEmitter.name, EventEmitter.length, EventEmitter.EventEmitter === EventEmitter, require('node:events') === EventEmitter);
for (const key of Object.getOwnPropertyNames(proto).filter((k) => !k.startsWith('_'))) {
  const d = Object.getOwnPropertyDescriptor(proto, key);
  log(key, d.value.name, d.value.length, d.enumerable, d.writable, d.configurable);
}
log('on === addListener', proto.on === proto.addListener, 'off === removeListener', proto.off === proto.removeListener);
for (const key of ['once', 'on', 'listenerCount', 'getEventListeners', 'setMaxListeners', 'getMaxListeners', 'addAbortListener', 'init']) {
  log('static', key, typeof EventEmitter[key], EventEmitter[key].name || key, EventEmitter[key].length);
}
log(typeof EventEmitter.errorMonitor, String(EventEmitter.errorMonitor), String(EventEmitter.captureRejectionSymbol));
log(EventEmitter.defaultMaxListeners, EventEmitter.captureRejections, EventEmitter.usingDomains);
