(function (binding, equality, AssertionError, makeThrows, CallTracker) {
  'use strict';

  const { isDeepEqual, isDeepStrictEqual, isPartialStrictEqual, isSameShape } = equality;
  const kOptions = Symbol('options');

  // What a method was told by the Assert object that it is called on. Methods
  // taken off their object, and those of assert itself, have the defaults.
  function optionsOf(self) {
    return self?.[kOptions];
  }

  function diffOf(self) {
    return optionsOf(self)?.diff ?? 'simple';
  }

  function fail(self, options) {
    if (options.message instanceof Error) throw options.message;
    throw new AssertionError({ ...options, diff: diffOf(self) });
  }

  function missing(names) {
    const words = names.length === 2 ? `"${names[0]}" and "${names[1]}" arguments` : `"${names[0]}" argument`;
    return binding.coded('TypeError', 'ERR_MISSING_ARGS', `The ${words} must be specified`);
  }

  function truthy(fn, self, count, value, message) {
    if (value) return;
    let generated = false;
    if (count === 0) {
      generated = true;
      message = 'No value argument passed to `assert.ok()`';
    } else if (message == null) {
      generated = true;
      const text = binding.callText();
      message = text === '' ? 'false == true' : `The expression evaluated to a falsy value:\n\n  ${text}\n`;
    } else if (message instanceof Error) {
      throw message;
    }
    const err = new AssertionError({
      actual: value, expected: true, message, operator: '==', diff: diffOf(self), stackStartFn: fn,
    });
    err.generatedMessage = generated;
    throw err;
  }

  // assert is assert.ok.
  function ok(...args) {
    truthy(ok, undefined, args.length, ...args);
  }
  const assert = ok;

  // comparison makes an assertion of two values.
  function comparison(operator, name, test) {
    const fn = { [name](actual, expected, message) {
      if (arguments.length < 2) throw missing(['actual', 'expected']);
      if (!test(actual, expected, optionsOf(this)?.skipPrototype)) {
        fail(this, { actual, expected, message, operator, stackStartFn: fn });
      }
    } }[name];
    return fn;
  }

  /* eslint-disable eqeqeq */
  const looseEqual = (a, b) => a == b || (Number.isNaN(a) && Number.isNaN(b));
  /* eslint-enable eqeqeq */
  const deepStrict = (a, b, skipPrototype) => (skipPrototype ? isSameShape(a, b) : isDeepStrictEqual(a, b));

  function matches(self, string, regexp, message, fn, operator) {
    if (!(regexp instanceof RegExp)) throw binding.argType('regexp', regexp, 'RegExp');
    const wanted = operator === 'match';
    if (typeof string === 'string' && regexp.test(string) === wanted) return;
    if (message instanceof Error) throw message;
    const generated = !message;
    if (typeof string !== 'string') {
      message = message || `The "string" argument must be of type string. Received ${binding.received(string)}`;
    } else {
      message = message || `The input ${wanted ? 'did not match' : 'was expected to not match'} the regular expression ` +
        `${binding.inspect(regexp)}. Input:\n\n${binding.inspect(string)}\n`;
    }
    const err = new AssertionError({
      actual: string, expected: regexp, message, operator, diff: diffOf(self), stackStartFn: fn,
    });
    err.generatedMessage = generated;
    throw err;
  }

  const methods = {
    fail(message) {
      if (message instanceof Error) throw message;
      const given = arguments.length > 0 && message !== undefined;
      const err = new AssertionError({
        message: given ? message : 'Failed', operator: 'fail', diff: diffOf(this), stackStartFn: methods.fail,
      });
      err.generatedMessage = !given;
      throw err;
    },
    equal: comparison('==', 'equal', looseEqual),
    notEqual: comparison('!=', 'notEqual', (a, b) => !looseEqual(a, b)),
    deepEqual: comparison('deepEqual', 'deepEqual', isDeepEqual),
    notDeepEqual: comparison('notDeepEqual', 'notDeepEqual', (a, b) => !isDeepEqual(a, b)),
    deepStrictEqual: comparison('deepStrictEqual', 'deepStrictEqual', deepStrict),
    notDeepStrictEqual: comparison('notDeepStrictEqual', 'notDeepStrictEqual', (a, b, skip) => !deepStrict(a, b, skip)),
    strictEqual: comparison('strictEqual', 'strictEqual', Object.is),
    notStrictEqual: comparison('notStrictEqual', 'notStrictEqual', (a, b) => !Object.is(a, b)),
    partialDeepStrictEqual: comparison('partialDeepStrictEqual', 'partialDeepStrictEqual', isPartialStrictEqual),
    match(string, regexp, message) {
      matches(this, string, regexp, message, methods.match, 'match');
    },
    doesNotMatch(string, regexp, message) {
      matches(this, string, regexp, message, methods.doesNotMatch, 'doesNotMatch');
    },
    ...makeThrows(diffOf),
  };

  // What strict mode calls by other names.
  const strictNames = {
    equal: 'strictEqual', deepEqual: 'deepStrictEqual', notEqual: 'notStrictEqual', notDeepEqual: 'notDeepStrictEqual',
  };
  const order = ['fail', 'ok', 'equal', 'notEqual', 'deepEqual', 'notDeepEqual', 'deepStrictEqual', 'notDeepStrictEqual',
                 'strictEqual', 'notStrictEqual', 'partialDeepStrictEqual', 'throws', 'rejects', 'doesNotThrow',
                 'doesNotReject', 'ifError', 'match', 'doesNotMatch'];

  function Assert(options) {
    if (!new.target) {
      throw binding.coded('TypeError', 'ERR_CONSTRUCT_CALL_REQUIRED', "Class constructor Assert cannot be invoked without `new`");
    }
    options = Object.assign({ __proto__: null, strict: true, skipPrototype: false }, options);
    if (options.diff !== undefined && options.diff !== 'simple' && options.diff !== 'full') {
      throw binding.coded('TypeError', 'ERR_INVALID_ARG_VALUE',
                          `The property 'options.diff' must be one of: 'simple', 'full'. Received ${binding.inspect(options.diff)}`);
    }
    this.AssertionError = AssertionError;
    Object.defineProperty(this, kOptions, { __proto__: null, value: options });
    if (options.strict) {
      for (const [name, strictName] of Object.entries(strictNames)) this[name] = this[strictName];
    }
  }
  const methodOk = { ok(...args) { truthy(methodOk, this, args.length, ...args); } }.ok;
  for (const name of order) {
    Assert.prototype[name] = name === 'ok' ? methodOk : methods[name];
  }

  Object.assign(assert, { AssertionError, CallTracker, ok, ...methods });
  const names = Object.keys(assert);

  function strict(...args) {
    truthy(strict, undefined, args.length, ...args);
  }
  for (const name of names) strict[name] = assert[strictNames[name] ?? name];
  assert.strict = strict;
  assert.Assert = strict.Assert = Assert;
  strict.strict = strict;
  return assert;
})
