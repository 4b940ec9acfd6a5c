// The listeners that pipe, finished and Transform add, as scripts see them.
// Expect-Stdout-File: own-listeners.golden
'use strict';

const { Readable, Writable, Duplex, PassThrough, finished } = require('stream');
const net = require('net');
const { transcript } = require('../common');

const log = transcript();
const show = (name, emitter) => {
  for (const event of emitter.eventNames()) {
    log(name, event, emitter.rawListeners(event).map((f) => `${f.name}/${f.length}${f.listener ? ' once ' + f.listener.name : ''}`).join());
  }
};
const from = new PassThrough();
const to = new PassThrough();
from.pipe(to);
show('source', from);
show('destination', to);
from.pipe(to);
log('twice', from.listenerCount('data'), from._readableState.pipes.length);
from.unpipe(to);
log('once', from._events.data.name, from._readableState.pipes.length);
const watched = new PassThrough();
finished(watched, () => {});
show('finished', watched);
show('socket', new net.Socket());

// What the accessors give on an object that is no stream yet.
for (const C of [Readable, Writable, Duplex]) {
  for (const key of Object.getOwnPropertyNames(C.prototype).sort()) {
    const { get, set } = Object.getOwnPropertyDescriptor(C.prototype, key);
    if (!get || key === '_readableState' || key === '_writableState') continue;
    let value;
    try {
      value = get.call(Object.create(C.prototype));
    } catch (err) {
      value = `${err.name}: ${err.message}`;
    }
    log(C.name, key, String(value), get.name, set && set.name);
  }
}

// A destination that throws is destroyed with what it threw.
const thrower = new Writable({
  write() {
    throw new Error('thrown by write');
  },
});
thrower.on('error', (err) => log('thrower', err.message, thrower.destroyed));
Readable.from(['x']).pipe(thrower);

// A high water mark of nothing does not stop a writer that is in time.
const quick = new Writable({ highWaterMark: 0, write: (chunk, encoding, callback) => callback() });
log('quick', quick.write('x'), quick.writableNeedDrain);
const slow = new Writable({ highWaterMark: 0, write: (chunk, encoding, callback) => setImmediate(callback) });
log('slow', slow.write('x'), slow.writableNeedDrain);

for (const make of [() => new Writable({ write() {} }), () => new Duplex({ read() {}, write() {} })]) {
  const s = make();
  s.on('error', (err) => log('dispose error', err.name));
  s[Symbol.asyncDispose]().then((v) => log('disposed', v, s.destroyed, s.errored && s.errored.name));
}
