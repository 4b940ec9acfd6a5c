// What wraps functions of a script: promisify, callbackify, deprecate; and
// aborted.
(function (binding) {
  'use strict';

  const { apply, construct } = Reflect;
  const { getOwnPropertyDescriptors, defineProperties, defineProperty } = Object;
  const { custom, argNames, argType, falsyRejection, warnDeprecated, isPromise, isSignal, nextTick } = binding;

  const resistStop = Symbol.for('nodejs.kResistStopPropagation');

  function requireFunction(value, name) {
    if (typeof value !== 'function') throw argType(name, value, 'Function');
    return value;
  }

  function markCustom(fn, value) {
    return defineProperty(fn, custom, { value, enumerable: false, writable: false, configurable: true });
  }

  function promisify(original) {
    requireFunction(original, 'original');
    const own = original[custom];
    if (own) {
      return markCustom(requireFunction(own, 'util.promisify.custom'), own);
    }
    const names = argNames(original);

    function promisified(...args) {
      return new Promise((resolve, reject) => {
        args.push((err, ...values) => {
          if (err) {
            reject(err);
          } else if (names !== undefined && values.length > 1) {
            const result = {};
            for (let i = 0; i < names.length; i++) result[names[i]] = values[i];
            resolve(result);
          } else {
            resolve(values[0]);
          }
        });
        if (isPromise(apply(original, this, args))) {
          binding.warnPromise();
        }
      });
    }

    Object.setPrototypeOf(promisified, Object.getPrototypeOf(original));
    markCustom(promisified, promisified);
    return defineProperties(promisified, describe(original));
  }

  // describe is what a wrapper takes over from the function inside it.
  function describe(original) {
    const descriptors = getOwnPropertyDescriptors(original);
    for (const key of Reflect.ownKeys(descriptors)) {
      // A script may have put accessors on Object.prototype.
      Object.setPrototypeOf(descriptors[key], null);
    }
    return descriptors;
  }

  function callbackify(original) {
    requireFunction(original, 'original');

    function callbackified(...args) {
      const callback = args.pop();
      if (typeof callback !== 'function') throw argType('last argument', callback, 'Function');
      const done = callback.bind(this);
      apply(original, this, args).then(
        (value) => nextTick(done, null, value),
        (reason) => nextTick(done, reason || falsyRejection(reason)),
      );
    }

    const descriptors = describe(original);
    if (typeof descriptors.length.value === 'number') descriptors.length.value++;
    if (typeof descriptors.name.value === 'string') descriptors.name.value += 'Callbackified';
    return defineProperties(callbackified, descriptors);
  }

  function deprecate(fn, text, code, { modifyPrototype = true } = {}) {
    if (code !== undefined && typeof code !== 'string') throw argType('code', code, 'string');
    let warned = false;

    function deprecated(...args) {
      if (!warned) warned = warnDeprecated(text, code, deprecated);
      if (new.target) return construct(fn, args, new.target);
      return apply(fn, this, args);
    }

    if (modifyPrototype) {
      // Instances of the wrapper and of the function are the same.
      Object.setPrototypeOf(deprecated, fn);
      if (fn.prototype) deprecated.prototype = fn.prototype;
    }
    return defineProperty(deprecated, 'length', { value: fn.length });
  }

  async function aborted(signal, resource) {
    if (!isSignal(signal)) throw binding.notSignal();
    if (resource === null || typeof resource !== 'object' && typeof resource !== 'function') {
      throw argType('resource', resource, 'Object');
    }
    if (signal.aborted) return undefined;
    return new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true, [resistStop]: true }));
  }

  return { promisify, callbackify, deprecate, aborted };
});
