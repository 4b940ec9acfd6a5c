// The options of tests, suites and hooks, and of the command line.
(function (host) {
  'use strict';
  const { argType, argValue, outOfRange, validateNumber } = host.errors;
  const { availableParallelism } = host.require('os');
  const { emitWarning } = host.require('process');

  const maxTimeout = 2 ** 31 - 1;
  const maxUint32 = 2 ** 32 - 1;

  // range throws unless a number lies between two others.
  function range(value, name, least, most) {
    validateNumber(value, name);
    if (!(value >= least && value <= most)) {
      throw outOfRange(name, `>= ${least} && <= ${most}`, value);
    }
  }

  function uint32(value, name, least) {
    validateNumber(value, name);
    if (!Number.isInteger(value)) {
      throw outOfRange(name, 'an integer', value);
    }
    range(value, name, least, maxUint32);
  }

  function timeoutOf(timeout, inherited) {
    if (timeout === null || timeout === undefined) {
      return inherited;
    }
    if (timeout !== Infinity) {
      range(timeout, 'options.timeout', 0, maxTimeout);
    }
    return timeout;
  }

  // concurrencyOf is how many subtests may run at once. true means one per
  // processor for the root and no limit below.
  function concurrencyOf(concurrency, inherited, isRoot) {
    switch (typeof concurrency) {
      case 'number':
        uint32(concurrency, 'options.concurrency', 1);
        return concurrency;
      case 'boolean':
        if (!concurrency) {
          return 1;
        }
        return isRoot ? Math.max(availableParallelism() - 1, 1) : Infinity;
      default:
        if (concurrency !== null && concurrency !== undefined) {
          throw argType('options.concurrency', concurrency, 'boolean', 'number');
        }
        return inherited;
    }
  }

  function checkSignal(signal) {
    if (signal !== undefined && (signal === null || typeof signal !== 'object' || !('aborted' in signal))) {
      throw argType('options.signal', signal, 'AbortSignal');
    }
  }

  // tagsOf adds a test's tags to those of its parents.
  let warned = false;
  function tagsOf(tags, inherited) {
    if (tags === undefined) {
      return inherited;
    }
    if (!Array.isArray(tags)) {
      throw argType('options.tags', tags, 'Array');
    }
    if (tags.length > 0 && !warned) {
      warned = true;
      emitWarning('Test tags is an experimental feature and might change at any time', 'ExperimentalWarning');
    }
    const all = new Set(inherited);
    tags.forEach((tag, i) => {
      if (typeof tag !== 'string') {
        throw argType(`options.tags[${i}]`, tag, 'string');
      }
      all.add(tag.toLowerCase());
    });
    return Object.freeze([...all]);
  }

  // expectationOf reads expectFailure: true, a label, or what the error must
  // match.
  function expectationOf(value) {
    if (value === undefined || value === false) {
      return undefined;
    }
    if (typeof value === 'string') {
      return { label: value };
    }
    if (typeof value === 'function' || value instanceof RegExp) {
      return { match: value };
    }
    if (typeof value !== 'object') {
      return {};
    }
    const keys = Object.keys(value);
    if (keys.length === 0) {
      throw argValue('options.expectFailure', '{}', 'must not be an empty object');
    }
    if (keys.every((key) => key === 'match' || key === 'label')) {
      return { label: value.label, match: value.match };
    }
    return { match: value };
  }

  // flags reads what concerns tests from process.execArgv: the value of each
  // --test-* option.
  function flags(argv) {
    const found = { __proto__: null };
    for (let i = 0; i < argv.length; i++) {
      const [, name, value] = /^--test-([a-z-]+)(?:=([^]*))?$/.exec(argv[i]) ?? [];
      if (name !== undefined) {
        (found[name] ??= []).push(value ?? (name === 'only' ? true : argv[++i]));
      }
    }
    return found;
  }

  return { checkSignal, concurrencyOf, expectationOf, flags, maxTimeout, range, tagsOf, timeoutOf, uint32 };
})
