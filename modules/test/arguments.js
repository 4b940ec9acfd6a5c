// The arguments of test, suite and their relatives: (name, options, fn), each
// of which may be left out.
(function () {
  'use strict';

  function normalize(name, options, fn, overrides) {
    if (typeof name === 'function') {
      return { ...overrides, name: undefined, fn: name };
    }
    if (name !== null && typeof name === 'object') {
      return { ...name, ...overrides, name: undefined, fn: typeof options === 'function' ? options : fn };
    }
    if (typeof options === 'function') {
      return { ...overrides, name, fn: options };
    }
    return { ...(options !== null && typeof options === 'object' ? options : {}), ...overrides, name, fn };
  }

  return { normalize };
})
