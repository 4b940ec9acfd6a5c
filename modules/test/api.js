// What require('node:test') returns.
(function (host) {
  'use strict';
  const { notImplemented } = host.errors;
  const { normalize } = host.load('arguments');
  const { harness } = host.load('harness');
  const { Test } = host.load('test');
  const { Suite } = host.load('suite');
  const { register } = host.load('assertions');
  const current = host.load('current');

  // runner makes test or suite, with its variants.
  function runner(Kind) {
    const create = (name, options, fn, overrides) => {
      const made = normalize(name, options, fn, { ...overrides, loc: host.callSite() });
      const parent = current.find() ?? harness().root;
      const subtest = parent.create(Kind, made);
      return subtest.parent.reportedType === 'suite' ? Promise.resolve() : harness().start(subtest);
    };
    const test = (name, options, fn) => create(name, options, fn);
    for (const option of ['expectFailure', 'skip', 'todo', 'only']) {
      test[option] = unnamed((name, options, fn) => create(name, options, fn, { [option]: true }));
    }
    return test;
  }

  function unnamed(fn) { return Object.defineProperty(fn, 'name', { __proto__: null, value: '', configurable: true }); }

  function hook(name) {
    return unnamed((fn, options) => {
      (current.find() ?? harness().root).addHook(name, fn, options, host.callSite());
    });
  }

  const test = runner(Test);
  const describe = runner(Suite);
  Object.defineProperty(describe, 'name', { __proto__: null, value: 'test', configurable: true });
  Object.assign(test, {
    after: hook('after'),
    afterEach: hook('afterEach'),
    before: hook('before'),
    beforeEach: hook('beforeEach'),
    describe,
    getTestContext() { return current.find()?.context(); },
    it: test,
    run: notImplemented('run'),
    suite: describe,
    test,
  });

  // lazy defines a part that is made when it is first read.
  function lazy(name, make) {
    let made;
    Object.defineProperty(test, name, {
      __proto__: null, configurable: true, enumerable: true, get() { return made ??= make(); },
    });
  }

  lazy('mock', () => new (host.load('mock').MockTracker)());
  lazy('snapshot', () => ({
    setDefaultSnapshotSerializers: notImplemented('snapshot.setDefaultSnapshotSerializers'),
    setResolveSnapshotPath: notImplemented('snapshot.setResolveSnapshotPath'),
  }));
  lazy('assert', () => ({ register }));
  return test;
})
