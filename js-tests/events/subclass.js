// class extends, util.inherits with a call of the constructor, mixins onto
// plain objects and functions, and Object.create(emitter).
// Expect-Stdout-File: subclass.golden
'use strict';

const EventEmitter = require('events');
const util = require('util');
const { transcript } = require('../common');

const log = transcript();

class Modern extends EventEmitter {
  constructor() {
    super();
    this.kind = 'modern';
  }
}

function Classic() {
  EventEmitter.call(this);
  this.kind = 'classic';
}
util.inherits(Classic, EventEmitter);

function Lazy() {
  // Never calls EventEmitter: the state is made on first use.
  this.kind = 'lazy';
}
Lazy.prototype = Object.create(EventEmitter.prototype);

const plain = Object.assign({ kind: 'mixin' }, EventEmitter.prototype);
const fn = Object.assign(function callable() {}, EventEmitter.prototype);
fn.kind = 'function';
const made = new EventEmitter();
made.on('x', function() { log('listener of the prototype', this === made); });
const created = Object.create(made);
created.kind = 'created';

for (const e of [new Modern(), new Classic(), new Lazy(), plain, fn, created]) {
  const other = e.kind === 'lazy' ? new Lazy() : undefined;
  e.on('x', function(...args) { log(e.kind, this === e, args.join()); });
  log(e.kind, e instanceof EventEmitter, e.emit('x', 1, 2), e.listenerCount('x'), typeof e._events, e._eventsCount);
  if (other) {
    log('not shared', other.emit('x'), other.listenerCount('x'));
  }
}
log(util.inherits(Classic, EventEmitter), Classic.super_ === EventEmitter);
