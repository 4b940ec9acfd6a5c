// Names, lengths and identities of the stream classes and their methods.
// Functions that have no name on Node may have that of their property.
// Expect-Stdout-File: api-facts.golden
'use strict';

const stream = require('stream');
const EventEmitter = require('events');
const { transcript } = require('../common');

const log = transcript();
const { Stream, Readable, Writable, Duplex, Transform, PassThrough } = stream;

log('module', stream === Stream, stream.Stream === Stream, stream.name, require('node:stream') === stream);
for (const [C, Parent] of [[Stream, EventEmitter], [Readable, Stream], [Writable, Stream], [Duplex, Readable], [Transform, Duplex], [PassThrough, Transform]]) {
  log(C.name, C.length, Object.getPrototypeOf(C) === Parent, Object.getPrototypeOf(C.prototype) === Parent.prototype, C === Stream || C() instanceof C);
}
log('write', Duplex.prototype.write === Writable.prototype.write, 'end', Duplex.prototype.end === Writable.prototype.end,
    'cork', Duplex.prototype.cork === Writable.prototype.cork, 'own', Object.getOwnPropertyNames(Duplex.prototype).includes('write'));
log('addListener', Readable.prototype.addListener === Readable.prototype.on, 'off', Readable.prototype.off === Readable.prototype.removeListener,
    Readable.prototype.on === EventEmitter.prototype.on, Writable.prototype.on === EventEmitter.prototype.on);
log('instanceof', new Duplex() instanceof Writable, new Readable() instanceof Writable, new PassThrough() instanceof Readable);

function methods(name, proto, names) {
  for (const key of names) {
    const d = Object.getOwnPropertyDescriptor(proto, key);
    log(name, key, d && d.value && (d.value.name || key), d && d.value && d.value.length, d && d.enumerable, d && d.writable);
  }
}

methods('Readable', Readable.prototype, ['read', '_read', 'push', 'unshift', 'pause', 'resume', 'isPaused', 'pipe', 'unpipe', 'setEncoding',
                                         'on', 'removeListener', 'removeAllListeners', 'destroy', '_destroy', 'wrap']);
methods('Writable', Writable.prototype, ['write', 'end', 'cork', 'uncork', 'setDefaultEncoding', 'destroy', '_destroy', '_write', '_writev', 'pipe']);
methods('Transform', Transform.prototype, ['_transform', '_write', '_read', '_final']);
methods('Stream', Stream.prototype, ['pipe']);
for (const key of ['pipeline', 'finished', 'addAbortSignal', 'destroy', 'compose', 'isReadable', 'isErrored', 'isDisturbed', 'getDefaultHighWaterMark',
                   'setDefaultHighWaterMark']) {
  log('stream.' + key, typeof stream[key], stream[key].name, stream[key].length);
}
log(stream.promises === require('stream/promises'), typeof stream.promises.pipeline, typeof stream.promises.finished);
