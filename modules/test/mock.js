// MockTracker: functions, methods, accessors and properties that are replaced
// and put back (Node documentation, "Mocking").
(function (host) {
  'use strict';
  const { argType, argValue, validateBoolean, validateFunction, validateInteger, validateObject } = host.errors;
  const { inspect } = host.require('util');
  const { MockFunctionContext, intercept } = host.load('mock_function');
  const { mockProperty } = host.load('mock_property');

  class MockTracker {
    #mocks = [];
    #timers;

    get timers() {
      const { MockTimers } = host.load('mock_timers');
      return this.#timers ??= new MockTimers();
    }

    fn(original = function original() {}, implementation = original, options = {}) {
      if (original !== null && typeof original === 'object') {
        options = original;
        original = function original() {};
        implementation = original;
      } else if (implementation !== null && typeof implementation === 'object') {
        options = implementation;
        implementation = original;
      }
      validateFunction(original, 'original');
      validateFunction(implementation, 'implementation');
      return this.#function(original, implementation, timesOf(options));
    }

    method(objectOrFunction, methodName, implementation = undefined, options = {}) {
      checkName(methodName, 'methodName');
      if (typeof objectOrFunction !== 'function') {
        checkObject(objectOrFunction);
      }
      if (implementation !== null && typeof implementation === 'object') {
        options = implementation;
        implementation = undefined;
      }
      const { getter, setter, times } = methodOptions(options);
      const descriptor = descriptorOf(objectOrFunction, methodName);
      const kind = getter ? 'get' : setter ? 'set' : 'value';
      const original = descriptor?.[kind];
      if (typeof original !== 'function') {
        throw argValue('methodName', inspect(original), 'must be a method');
      }
      if (implementation !== undefined) {
        validateFunction(implementation, 'implementation');
      }
      const put = (value) => Object.defineProperty(objectOrFunction, methodName, value);
      const mock = this.#function(original, implementation ?? original, times, () => put(descriptor));
      put({ __proto__: null, ...descriptor, [kind]: mock });
      return mock;
    }

    getter(object, methodName, implementation, options) {
      return this.#accessor('getter', object, methodName, implementation, options);
    }

    setter(object, methodName, implementation, options) {
      return this.#accessor('setter', object, methodName, implementation, options);
    }

    property(object, propertyName, value) {
      checkObject(object);
      checkName(propertyName, 'propertyName');
      const descriptor = descriptorOf(object, propertyName);
      if (descriptor === undefined) {
        throw argValue('propertyName', inspect(propertyName), 'is not a property of the object');
      }
      const { context, proxy } = mockProperty(object, propertyName, descriptor, arguments.length > 2, value);
      this.#mocks.push(context);
      return proxy;
    }

    reset() {
      this.restoreAll();
      this.#timers?.reset();
      this.#mocks = [];
    }

    restoreAll() { this.#mocks.forEach((mock) => mock.restore()); }

    #accessor(kind, object, methodName, implementation = undefined, options = {}) {
      if (implementation !== null && typeof implementation === 'object') {
        options = implementation;
        implementation = undefined;
      }
      validateObject(options, 'options');
      if (options[kind] === false) {
        throw argValue(`options.${kind}`, 'false', 'cannot be false');
      }
      return this.method(object, methodName, implementation, { ...options, [kind]: true });
    }

    #function(original, implementation, times, putBack) {
      const context = new MockFunctionContext(implementation, original, times, putBack);
      this.#mocks.push(context);
      return intercept(original, context);
    }
  }

  function timesOf(options) {
    validateObject(options, 'options');
    const { times = Infinity } = options;
    if (times !== Infinity) {
      validateInteger(times, 'options.times', 1);
    }
    return times;
  }

  function methodOptions(options) {
    const times = timesOf(options);
    const { getter = false, setter = false } = options;
    validateBoolean(getter, 'options.getter');
    validateBoolean(setter, 'options.setter');
    if (getter && setter) {
      throw argValue('options.setter', 'true', "cannot be used with 'options.getter'");
    }
    return { getter, setter, times };
  }

  function checkName(name, what) {
    if (typeof name !== 'string' && typeof name !== 'symbol') {
      throw argType(what, name, 'string', 'symbol');
    }
  }

  function checkObject(object) {
    if (object === null || typeof object !== 'object' && typeof object !== 'function') {
      throw argType('object', object, 'object');
    }
  }

  // descriptorOf finds a property on an object or up its prototypes.
  function descriptorOf(object, name) {
    for (let at = object; at !== null && at !== undefined; at = Object.getPrototypeOf(at)) {
      const descriptor = Object.getOwnPropertyDescriptor(at, name);
      if (descriptor !== undefined) {
        return descriptor;
      }
    }
    return undefined;
  }

  return { MockTracker };
})
