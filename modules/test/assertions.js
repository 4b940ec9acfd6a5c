// t.assert: the functions of node:assert, counted by t.plan, and those of
// assert.register.
(function (host) {
  'use strict';
  const { notImplemented, validateFunction, validateString } = host.errors;
  const assert = host.require('assert');

  const names = [
    'deepEqual', 'deepStrictEqual', 'doesNotMatch', 'doesNotReject', 'doesNotThrow', 'equal', 'fail', 'ifError',
    'match', 'notDeepEqual', 'notDeepStrictEqual', 'notEqual', 'notStrictEqual', 'partialDeepStrictEqual',
    'rejects', 'strictEqual', 'throws',
  ];

  const all = new Map(names.map((name) => [name, assert[name]]));
  all.set('snapshot', notImplemented('context.assert.snapshot'));
  all.set('fileSnapshot', notImplemented('context.assert.fileSnapshot'));
  all.set('ok', assert.ok);

  // register is assert.register.
  function register(name, fn) {
    validateString(name, 'name');
    validateFunction(fn, 'fn');
    all.set(name, fn);
  }

  // assertions makes the object of one test.
  function assertions(context, test) {
    const made = { __proto__: null };
    for (const [name, fn] of all) {
      const counted = (...args) => {
        test.plan?.step();
        return Reflect.apply(fn, context, args);
      };
      Object.defineProperty(counted, 'name', { __proto__: null, value: name === 'ok' ? name : '', configurable: true });
      made[name] = counted;
    }
    return made;
  }

  return { assertions, register };
})
