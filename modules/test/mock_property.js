// Mocked properties and what is known of accesses to them.
(function (host) {
  'use strict';
  const { argValue, validateInteger } = host.errors;
  const { inspect } = host.require('util');

  class MockPropertyContext {
    #accesses = [];
    #once = new Map();
    #object;
    #name;
    #descriptor;
    #value;

    constructor(object, name, descriptor, value) {
      this.#object = object;
      this.#name = name;
      this.#descriptor = descriptor;
      this.#value = value;
      Object.defineProperty(object, name, {
        __proto__: null,
        configurable: descriptor.configurable,
        enumerable: descriptor.enumerable,
        get: () => this.#access('get', this.#next(this.#value)),
        set: (given) => this.#set(given),
      });
    }

    get accesses() { return [...this.#accesses]; }

    accessCount() { return this.#accesses.length; }

    // It counts as an access.
    mockImplementation(value) { this.#set(value); }

    mockImplementationOnce(value, onAccess) {
      const next = this.#accesses.length;
      const access = onAccess ?? next;
      validateInteger(access, 'onAccess', next);
      this.#once.set(access, value);
    }

    resetAccesses() { this.#accesses = []; }

    restore() { Object.defineProperty(this.#object, this.#name, this.#descriptor); }

    #next(value) {
      const access = this.#accesses.length;
      if (!this.#once.has(access)) {
        return value;
      }
      const once = this.#once.get(access);
      this.#once.delete(access);
      return once;
    }

    #set(value) {
      if (this.#descriptor.writable === false) {
        throw argValue('propertyName', inspect(this.#name), 'cannot be set');
      }
      this.#value = this.#next(value);
      this.#access('set', this.#value);
    }

    #access(type, value) {
      this.#accesses.push({ __proto__: null, type, value, stack: new Error() });
      return value;
    }
  }

  // mockProperty replaces a property; the proxy is the object with the context
  // as its mock.
  function mockProperty(object, name, descriptor, given, value) {
    const context = new MockPropertyContext(object, name, descriptor, given ? value : object[name]);
    const proxy = new Proxy(object, {
      __proto__: null,
      get(target, key, receiver) { return key === 'mock' ? context : Reflect.get(target, key, receiver); },
    });
    return { context, proxy };
  }

  return { mockProperty };
})
