// mock.method, getter, setter and property replace members and put them back.
// Expect-Stdout-File: mock-members.golden
'use strict';

const assert = require('assert');
const { transcript, throwsError } = require('../common');
const { mock, test } = require('node:test');

require('../fixtures/test_runner/mask.js');
const log = transcript();

class Base {
  hello() { return `hello ${this.name}`; }
  get value() { return this.stored; }
  set value(v) { this.stored = v; }
}
const object = new Base();
object.name = 'object';
const { hello } = Base.prototype;

const method = mock.method(Base.prototype, 'hello', function() { return `mocked ${this.name}`; });
log(object.hello(), method.mock.callCount(), Base.prototype.hello === method);
method.mock.restore();
log(object.hello(), Base.prototype.hello === hello);

mock.method(object, 'hello', { times: 1 });
log(object.hello(), object.hello.mock === undefined || object.hello.mock.callCount());

const getter = mock.getter(object, 'value', () => 'got');
log(object.value, getter.mock.callCount());
mock.restoreAll();
const seen = [];
const setter = mock.setter(Base.prototype, 'value', (v) => seen.push(v));
new Base().value = 5;
log(seen.join(), setter.mock.calls[0].arguments.join());
mock.restoreAll();

const config = { level: 1 };
const property = mock.property(config, 'level', 2);
log(config.level, property.level);
config.level = 3;
property.mock.mockImplementationOnce('once');
log(config.level, config.level, property.mock.accessCount());
log(property.mock.accesses.map(({ type, value }) => `${type} ${value}`).join(', '));
property.mock.resetAccesses();
property.mock.mockImplementation(9);
log(config.level, property.mock.accessCount());
property.mock.restore();
log(JSON.stringify(Object.getOwnPropertyDescriptor(config, 'level')));

const symbol = Symbol('method');
const target = { [symbol]: () => 'real' };
mock.method(target, symbol, () => 'mocked');
log(target[symbol]());
mock.reset();

throwsError(() => mock.method({}, 'missing'), { code: 'ERR_INVALID_ARG_VALUE', message: "The argument 'methodName' must be a method. Received undefined" });
throwsError(() => mock.method({ x: 1 }, 'x'), { code: 'ERR_INVALID_ARG_VALUE' });
throwsError(() => mock.method(1, 'x'), { code: 'ERR_INVALID_ARG_TYPE', message: 'The "object" argument must be of type object. Received type number (1)' });
throwsError(() => mock.method({ x() {} }, 'x', { getter: true, setter: true }), { code: 'ERR_INVALID_ARG_VALUE' });
throwsError(() => mock.getter({ x() {} }, 'x', { getter: false }), { message: "The property 'options.getter' cannot be false. Received false" });
throwsError(() => mock.property({}, 'x'), { code: 'ERR_INVALID_ARG_VALUE' });

test('mocks of a test end with it', async (t) => {
  const shared = { f: () => 'real' };
  await t.test('inner', (t) => {
    t.mock.method(shared, 'f', () => 'mocked');
    assert.strictEqual(shared.f(), 'mocked');
  });
  assert.strictEqual(shared.f(), 'real');
});
