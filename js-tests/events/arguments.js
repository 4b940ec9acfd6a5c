// emit passes any number of arguments and sets `this`; listeners share nothing.
'use strict';

const assert = require('assert');
const EventEmitter = require('events');
const { mustCall } = require('../common');

const e = new EventEmitter();
for (let n = 0; n < 12; n++) {
  const sent = Array.from({ length: n }, (_, i) => ({ i }));
  e.once('x', mustCall(function(...got) {
    assert.strictEqual(this, e);
    assert.strictEqual(got.length, n);
    got.forEach((value, i) => assert.strictEqual(value, sent[i]));
  }));
  assert.strictEqual(e.emit('x', ...sent), true);
}
const symbol = Symbol('event');
e.on(symbol, mustCall());
e.emit(symbol);
e.on(42, mustCall((value) => assert.strictEqual(value, undefined)));
e.emit('42', undefined);
assert.deepStrictEqual(e.eventNames(), [ '42', symbol ]);
