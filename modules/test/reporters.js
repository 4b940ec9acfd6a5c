// What require('node:test/reporters') returns.
(function (host) {
  'use strict';
  const reporters = {};
  for (const name of ['dot', 'junit', 'spec', 'tap', 'lcov']) {
    let made;
    Object.defineProperty(reporters, name, {
      __proto__: null, configurable: true, enumerable: true,
      get() { return made ??= make(name); },
    });
  }

  function make(name) {
    return name === 'junit' || name === 'lcov' ? host.errors.notImplemented(name) : host.load(name)[name];
  }

  return reporters;
})
