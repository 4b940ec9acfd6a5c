// util.inherits: prototypes, super_, and arguments it refuses.
// Expect-Stdout-File: inherits.golden
'use strict';

const { inherits } = require('util');
const EventEmitter = require('events');
const { transcript, throwsError } = require('../common');

const log = transcript();

function Old(name) {
  EventEmitter.call(this);
  this.name = name;
}
log(inherits(Old, EventEmitter), Old.super_ === EventEmitter);
log(JSON.stringify(Object.getOwnPropertyDescriptor(Old, 'super_')), Object.keys(Old).length);
Old.prototype.hello = function() { this.emit('hello', this.name); };
const old = new Old('me');
old.on('hello', (name) => log('hello', name));
old.hello();
log(old instanceof EventEmitter, Old.prototype.constructor === Old, Object.getPrototypeOf(Old) === Function.prototype);

class Base { greet() { return 'base'; } }
function Derived() {}
Derived.prototype.own = () => 'own';
inherits(Derived, Base);
log(new Derived().greet(), new Derived().own());
for (const args of [[], [null, Base], [Derived], [Derived, null], [Derived, {}], [Derived, () => {}]]) {
  throwsError(() => inherits(...args), { code: 'ERR_INVALID_ARG_TYPE' });
  try {
    inherits(...args);
  } catch (err) {
    log(err.message);
  }
}
