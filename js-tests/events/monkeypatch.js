// emit, on and once patched on an instance or on a prototype are what callers
// get; the originals work when called through.
// Expect-Stdout-File: monkeypatch.golden
'use strict';

const EventEmitter = require('events');
const { transcript } = require('../common');

const log = transcript();
const e = new EventEmitter();
const { emit, on } = e;

e.emit = function(name, ...args) {
  log('patched emit', String(name), args.join());
  return emit.apply(this, [name, ...args.map((a) => a + '!')]);
};
e.on = function(name, fn) {
  log('patched on', name);
  return on.call(this, name, fn);
};
e.on('x', (a) => log('listener', a));
e.once('x', (a) => log('once', a));
e.addListener('x', (a) => log('added', a));
e.emit('x', 'value');
delete e.emit;
e.emit('x', 'again');

const original = EventEmitter.prototype.emit;
EventEmitter.prototype.emit = function(...args) {
  log('prototype emit', args.join());
  return original.apply(this, args);
};
new EventEmitter().emit('y', 1);
e.emit('x', 'third');
EventEmitter.prototype.emit = original;
log(EventEmitter.prototype.emit.name, e.emit === original);
