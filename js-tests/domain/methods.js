// run, bind, intercept, add, remove, enter and exit
'use strict';
const assert = require('assert');
const domain = require('domain');
const { EventEmitter } = require('events');

assert.strictEqual(domain.create, domain.createDomain);
assert.strictEqual(EventEmitter.usingDomains, true);
assert.deepStrictEqual(domain._stack, []);

const d = domain.create();
const errors = [];
d.on('error', (err) => errors.push(err));
const last = () => errors[errors.length - 1];

assert.strictEqual(d.run((a, b) => a + b, 1, 2), 3);
d.run(function() {
  assert.strictEqual(this, d);
  assert.strictEqual(process.domain, d);
  assert.strictEqual(domain.active, d);
  assert.strictEqual(domain._stack.length, 1);
});
assert.strictEqual(process.domain, undefined);

const bound = d.bind(function(a, b) {
  assert.strictEqual(process.domain, d);
  return [this, a, b];
});
const receiver = {};
assert.deepStrictEqual(bound.call(receiver, 1, 2), [receiver, 1, 2]);
assert.strictEqual(bound.domain, d);

const callback = (value) => value * 2;
const intercepted = d.intercept(callback);
assert.strictEqual(intercepted(null, 4), 8);
const failure = new Error('intercepted');
assert.strictEqual(intercepted(failure, 4), undefined);
assert.strictEqual(last(), failure);
assert.strictEqual(failure.domainBound, callback);
assert.strictEqual(failure.domainThrown, false);
assert.strictEqual(failure.domain, d);

const outside = new EventEmitter();
assert.strictEqual(outside.domain, null);
d.add(outside);
d.add(outside);
assert.deepStrictEqual(d.members, [outside]);
const explicit = new Error('explicit');
outside.emit('error', explicit);
assert.strictEqual(last(), explicit);
assert.strictEqual(explicit.domainEmitter, outside);
assert.strictEqual(explicit.domainThrown, false);
outside.emit('error');
assert.strictEqual(last().code, 'ERR_UNHANDLED_ERROR');
outside.on('error', () => {});
outside.emit('error', new Error('heard'));
assert.strictEqual(errors.length, 3);
outside.on('x', () => assert.strictEqual(process.domain, d));
assert.strictEqual(outside.emit('x'), true);
d.remove(outside);
assert.strictEqual(outside.domain, null);
assert.deepStrictEqual(d.members, []);

const inner = domain.create();
d.add(inner);
inner.add(d);
assert.strictEqual(d.domain, null, 'no circle');
inner.add(outside);
d.add(outside);
assert.deepStrictEqual(inner.members, []);

d.enter();
inner.enter();
d.enter();
inner.exit();
assert.deepStrictEqual(domain._stack, [d]);
d.exit();
assert.deepStrictEqual(domain._stack, []);
d.exit();

d.run(() => assert.strictEqual(new EventEmitter().domain, d));
assert.throws(() => process.setUncaughtExceptionCaptureCallback(() => {}), {
  code: 'ERR_DOMAIN_CANNOT_SET_UNCAUGHT_EXCEPTION_CAPTURE',
});
