(function (binding, equality, lines) {
  'use strict';

  const { isDeepEqual, isDeepStrictEqual, isPartialStrictEqual } = equality;
  const { hasOwnProperty } = Object.prototype;

  const headers = {
    deepStrictEqual: 'Expected values to be strictly deep-equal:',
    partialDeepStrictEqual: 'Expected values to be partially and strictly deep-equal:',
    strictEqual: 'Expected values to be strictly equal:',
    strictEqualObject: 'Expected "actual" to be reference-equal to "expected":',
    deepEqual: 'Expected values to be loosely deep-equal:',
    notDeepStrictEqual: 'Expected "actual" not to be strictly deep-equal to:',
    notStrictEqual: 'Expected "actual" to be strictly unequal to:',
    notStrictEqualObject: 'Expected "actual" not to be reference-equal to "expected":',
    notDeepEqual: 'Expected "actual" not to be loosely deep-equal to:',
    notIdentical: 'Values have same structure but are not reference-equal:',
    notDeepEqualUnequal: 'Expected values not to be loosely deep-equal:',
  };
  const maxShortLength = 12;
  const maxLines = 50;

  function inspectValue(v) {
    return binding.inspect(v, {
      compact: false, customInspect: false, depth: 1000, maxArrayLength: Infinity,
      showHidden: false, showProxy: false, sorted: true, getters: true, breakLength: Infinity,
    });
  }

  function isReference(v) {
    return (typeof v === 'object' && v !== null) || typeof v === 'function';
  }

  // ---- Messages

  function equalMessage(actual, expected, operator, custom) {
    const a = inspectValue(actual);
    const b = inspectValue(expected);
    const aLines = a.split('\n');
    const bLines = b.split('\n');
    let header = operator;
    if (operator === 'strictEqual' && isReference(actual) && isReference(expected) &&
        typeof actual === typeof expected) {
      header = 'strictEqualObject';
    }
    const title = custom || headers[header];
    if (aLines.length === 1 && bLines.length === 1 && !(isReference(actual) && isReference(expected) && a !== b)) {
      if (a !== b || !isReference(actual)) return simpleMessage(actual, a, expected, b, title);
    }
    if (a === b) {
      if (aLines.length > maxLines) aLines.splice(maxLines - 4, Infinity, '...');
      return `${custom || headers.notIdentical}\n\n${aLines.join('\n')}\n`;
    }
    const { text, skipped } = lines.print(lines.diff(aLines, bLines));
    return `${title}\n+ actual - expected${skipped ? '\n... Skipped lines' : ''}\n${text}\n`;
  }

  function simpleMessage(actual, a, expected, b, title) {
    const length = a.length + b.length -
      (typeof actual === 'string' ? 2 : 0) - (typeof expected === 'string' ? 2 : 0);
    if (length <= maxShortLength && (actual !== 0 || expected !== 0)) {
      return `${title}\n\n${a} !== ${b}\n`;
    }
    return `${title}\n+ actual - expected\n\n+ ${a}\n- ${b}\n`;
  }

  function unequalMessage(actual, operator) {
    const text = inspectValue(actual).split('\n');
    const header = operator === 'notStrictEqual' && isReference(actual) ? 'notStrictEqualObject' : operator;
    if (text.length > maxLines) text.splice(maxLines - 4, Infinity, '...');
    if (text.length === 1) {
      return `${headers[header]}${text[0].length > 5 ? '\n\n' : ' '}${text[0]}`;
    }
    return `${headers[header]}\n\n${text.join('\n')}\n`;
  }

  function otherMessage(actual, expected, operator) {
    let a = inspectValue(actual);
    let b = inspectValue(expected);
    if (operator === 'notDeepEqual' && a === b) {
      a = `${headers.notDeepEqual}\n\n${a}`;
      return a.length > 1024 ? `${a.slice(0, 1021)}...` : a;
    }
    if (a.length > 512) a = `${a.slice(0, 509)}...`;
    if (b.length > 512) b = `${b.slice(0, 509)}...`;
    if (operator === 'deepEqual') {
      return `${headers.deepEqual}\n\n${a}\n\nshould loosely deep-equal\n\n${b}`;
    }
    if (operator === 'notDeepEqual') {
      return `${headers.notDeepEqualUnequal}\n\n${a}\n\nshould not loosely deep-equal\n\n${b}`;
    }
    return `${a} ${operator} ${b}`;
  }

  function messageFor({ actual, expected, operator, message }) {
    const diffs = operator === 'deepStrictEqual' || operator === 'strictEqual' || operator === 'partialDeepStrictEqual';
    if (message != null) return diffs ? equalMessage(actual, expected, operator, String(message)) : String(message);
    if (diffs) return equalMessage(actual, expected, operator);
    if (operator === 'notDeepStrictEqual' || operator === 'notStrictEqual') return unequalMessage(actual, operator);
    return otherMessage(actual, expected, operator);
  }

  class AssertionError extends Error {
    constructor(options) {
      if (options === null || typeof options !== 'object') throw binding.argType('options', options, 'object');
      const { message, operator, stackStartFn, stackStartFunction, details, actual, expected, diff = 'simple' } = options;
      super(messageFor({ ...options, actual, expected, operator, message }));
      this.generatedMessage = !message;
      Object.defineProperty(this, 'name', {
        value: 'AssertionError [ERR_ASSERTION]', enumerable: false, writable: true, configurable: true,
      });
      this.code = 'ERR_ASSERTION';
      if (details) {
        this.actual = undefined;
        this.expected = undefined;
        this.operator = undefined;
        details.forEach((d, i) => {
          this[`message ${i}`] = d.message;
          this[`actual ${i}`] = d.actual;
          this[`expected ${i}`] = d.expected;
          this[`operator ${i}`] = d.operator;
          this[`stack trace ${i}`] = d.stack;
        });
      } else {
        this.actual = actual;
        this.expected = expected;
        this.operator = operator;
      }
      this.diff = diff;
      Error.captureStackTrace(this, stackStartFn || stackStartFunction);
      // The stack is formatted with the code in its first line.
      this.stack; // eslint-disable-line no-unused-expressions
      this.name = 'AssertionError';
    }

    toString() {
      return `${this.name} [${this.code}]: ${this.message}`;
    }
  }

  // ---- The functions

  function fail(options) {
    if (options.message instanceof Error) throw options.message;
    throw new AssertionError(options);
  }

  function missing(names) {
    const words = names.length === 2 ? `"${names[0]}" and "${names[1]}" arguments` : `"${names[0]}" argument`;
    return binding.coded('TypeError', 'ERR_MISSING_ARGS', `The ${words} must be specified`);
  }

  function truthy(fn, count, value, message) {
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
    const err = new AssertionError({ actual: value, expected: true, message, operator: '==', stackStartFn: fn });
    err.generatedMessage = generated;
    throw err;
  }

  function assert(...args) {
    truthy(assert, args.length, ...args);
  }

  function ok(...args) {
    truthy(ok, args.length, ...args);
  }

  // comparison makes an assertion of two values.
  function comparison(operator, name, test) {
    const fn = { [name](actual, expected, message) {
      if (arguments.length < 2) throw missing(['actual', 'expected']);
      if (!test(actual, expected)) {
        fail({ actual, expected, message, operator, stackStartFn: fn });
      }
    } }[name];
    return fn;
  }

  /* eslint-disable eqeqeq */
  const looseEqual = (a, b) => a == b || (Number.isNaN(a) && Number.isNaN(b));
  /* eslint-enable eqeqeq */

  // notBuilt is a class that only says so.
  function notBuilt(name) {
    return { [name]: class {
      constructor() {
        throw binding.coded('Error', 'ERR_METHOD_NOT_IMPLEMENTED', `The assert.${name} method is not implemented`);
      }
    } }[name];
  }

  Object.assign(assert, {
    AssertionError,
    CallTracker: notBuilt('CallTracker'),
    ok,
    fail(message) {
      if (message instanceof Error) throw message;
      const given = arguments.length > 0 && message !== undefined;
      const err = new AssertionError({
        message: given ? message : 'Failed', operator: 'fail', stackStartFn: assert.fail,
      });
      err.generatedMessage = !given;
      throw err;
    },
    equal: comparison('==', 'equal', looseEqual),
    notEqual: comparison('!=', 'notEqual', (a, b) => !looseEqual(a, b)),
    deepEqual: comparison('deepEqual', 'deepEqual', isDeepEqual),
    notDeepEqual: comparison('notDeepEqual', 'notDeepEqual', (a, b) => !isDeepEqual(a, b)),
    deepStrictEqual: comparison('deepStrictEqual', 'deepStrictEqual', isDeepStrictEqual),
    notDeepStrictEqual: comparison('notDeepStrictEqual', 'notDeepStrictEqual', (a, b) => !isDeepStrictEqual(a, b)),
    strictEqual: comparison('strictEqual', 'strictEqual', Object.is),
    notStrictEqual: comparison('notStrictEqual', 'notStrictEqual', (a, b) => !Object.is(a, b)),
    partialDeepStrictEqual: comparison('partialDeepStrictEqual', 'partialDeepStrictEqual', isPartialStrictEqual),
    match(string, regexp, message) {
      matches(string, regexp, message, assert.match, 'match');
    },
    doesNotMatch(string, regexp, message) {
      matches(string, regexp, message, assert.doesNotMatch, 'doesNotMatch');
    },
  });

  function matches(string, regexp, message, fn, operator) {
    if (!(regexp instanceof RegExp)) throw binding.argType('regexp', regexp, 'RegExp');
    const wanted = operator === 'match';
    if (typeof string === 'string' && regexp.test(string) === wanted) return;
    if (message instanceof Error) throw message;
    const generated = !message;
    if (typeof string !== 'string') {
      message = message || `The "string" argument must be of type string. Received ${binding.received(string)}`;
    } else {
      message = message || (wanted ?
        `The input did not match the regular expression ${binding.inspect(regexp)}. Input:\n\n${binding.inspect(string)}\n` :
        `The input was expected to not match the regular expression ${binding.inspect(regexp)}. Input:\n\n${binding.inspect(string)}\n`);
    }
    const err = new AssertionError({ actual: string, expected: regexp, message, operator, stackStartFn: fn });
    err.generatedMessage = generated;
    throw err;
  }

  // ---- Exceptions and rejections

  const none = Symbol('none');

  function thrownBy(fn) {
    if (typeof fn !== 'function') throw binding.argType('fn', fn, 'Function');
    try {
      fn();
    } catch (err) {
      return err;
    }
    return none;
  }

  async function rejectedBy(promiseFn) {
    let promise = promiseFn;
    if (typeof promiseFn === 'function') {
      promise = promiseFn();
      if (!isThenable(promise)) {
        throw binding.coded('TypeError', 'ERR_INVALID_RETURN_VALUE',
                            'Expected instance of Promise to be returned from the "promiseFn" function but got ' +
          `${binding.received(promise)}.`);
      }
    } else if (!isThenable(promise)) {
      throw binding.argType('promiseFn', promiseFn, 'Function', 'Promise');
    }
    try {
      await promise;
    } catch (err) {
      return err;
    }
    return none;
  }

  function isThenable(v) {
    return v !== null && typeof v === 'object' && typeof v.then === 'function' && typeof v.catch === 'function';
  }

  function expectsError(fn, actual, error, message) {
    if (typeof error === 'string') {
      if (arguments.length === 4 && message !== undefined) {
        throw binding.argType('error', error, 'Object', 'Error', 'Function', 'RegExp');
      }
      ambiguous(actual, error);
      message = error;
      error = undefined;
    } else if (error != null && typeof error !== 'object' && typeof error !== 'function') {
      throw binding.argType('error', error, 'Object', 'Error', 'Function', 'RegExp');
    }
    if (actual === none) {
      let details = '';
      if (error && error.name) details += ` (${error.name})`;
      details += message ? `: ${message}` : '.';
      fail({
        actual: undefined, expected: error, operator: fn.name, stackStartFn: fn,
        message: `Missing expected ${fn === assert.rejects ? 'rejection' : 'exception'}${details}`,
      });
    }
    if (error) checkError(actual, error, message, fn);
  }

  function ambiguous(actual, error) {
    const text = typeof actual === 'object' && actual !== null ? actual.message : actual;
    if (actual !== none && text === error) {
      const what = typeof actual === 'object' && actual !== null ? `error message "${actual.message}"` : `error "${actual}"`;
      throw binding.coded('TypeError', 'ERR_AMBIGUOUS_ARGUMENT',
                          `The "error/message" argument is ambiguous. The ${what} is identical to the message.`);
    }
  }

  function reject(actual, expected, message, fn, generated) {
    const err = new AssertionError({ actual, expected, message, operator: fn.name, stackStartFn: fn });
    err.generatedMessage = generated;
    throw err;
  }

  function checkError(actual, expected, message, fn) {
    if (message instanceof Error && typeof expected !== 'function') {
      if (!errorFits(actual, expected)) throw message;
    }
    if (typeof expected === 'object') {
      checkShape(actual, expected, message, fn);
      return;
    }
    if (expected.prototype !== undefined && actual instanceof expected) return;
    if (Object.prototype.isPrototypeOf.call(Error, expected)) {
      checkClass(actual, expected, message, fn);
      return;
    }
    const result = Reflect.apply(expected, {}, [actual]);
    if (result === true) return;
    if (message) reject(actual, expected, message, fn, false);
    const name = expected.name ? `"${expected.name}" ` : '';
    let text = `The ${name}validation function is expected to return "true". Received ${binding.inspect(result)}`;
    if (actual instanceof Error) text += `\n\nCaught error:\n\n${actual}`;
    reject(actual, expected, text, fn, true);
  }

  function errorFits(actual, expected) {
    if (expected instanceof RegExp) return expected.test(String(actual));
    return Object.keys(expected).every((key) => isDeepStrictEqual(actual[key], expected[key]));
  }

  function checkClass(actual, expected, message, fn) {
    if (message) reject(actual, expected, message, fn, false);
    let text = `The error is expected to be an instance of "${expected.name}". Received `;
    if (actual instanceof Error) text += `"${actual.name}"\n\nError message:\n\n${actual.message}`;
    else text += `"${binding.inspect(actual, { depth: -1 })}"`;
    reject(actual, expected, text, fn, true);
  }

  function checkShape(actual, expected, message, fn) {
    if (expected instanceof RegExp) {
      const text = String(actual);
      if (expected.test(text)) return;
      if (message) reject(actual, expected, message, fn, false);
      reject(actual, expected, `The input did not match the regular expression ${binding.inspect(expected)}. ` +
        `Input:\n\n${binding.inspect(text)}\n`, fn, true);
    }
    if (typeof actual !== 'object' || actual === null) {
      const err = new AssertionError({ actual, expected, message, operator: 'deepStrictEqual', stackStartFn: fn });
      err.operator = fn.name;
      throw err;
    }
    const keys = Object.keys(expected);
    if (expected instanceof Error) keys.push('name', 'message');
    else if (keys.length === 0) throw binding.argValue('error', expected, 'may not be an empty object');
    for (const key of keys) {
      if (typeof actual[key] === 'string' && expected[key] instanceof RegExp && expected[key].test(actual[key])) continue;
      if (key in actual && isDeepStrictEqual(actual[key], expected[key])) continue;
      if (message) reject(actual, expected, message, fn, false);
      const a = new Comparison(actual, keys);
      const b = new Comparison(expected, keys, actual);
      const err = new AssertionError({ actual: a, expected: b, operator: 'deepStrictEqual', stackStartFn: fn });
      err.actual = actual;
      err.expected = expected;
      err.operator = fn.name;
      throw err;
    }
  }

  // Comparison is what the diff shows of an error: the keys that count.
  class Comparison {
    constructor(obj, keys, actual) {
      for (const key of keys) {
        if (!(key in obj)) continue;
        const fits = actual !== undefined && typeof actual[key] === 'string' &&
          obj[key] instanceof RegExp && obj[key].test(actual[key]);
        this[key] = fits ? actual[key] : obj[key];
      }
    }
  }

  function expectsNoError(fn, actual, error, message) {
    if (actual === none) return;
    if (typeof error === 'string') {
      message = error;
      error = undefined;
    }
    if (!error || fitsExpected(actual, error)) {
      const details = message ? `: ${message}` : '.';
      fail({
        actual, expected: error, operator: fn.name, stackStartFn: fn,
        message: `Got unwanted ${fn === assert.doesNotReject ? 'rejection' : 'exception'}${details}\n` +
          `Actual message: "${actual && actual.message}"`,
      });
    }
    throw actual;
  }

  function fitsExpected(actual, expected) {
    if (typeof expected !== 'function') {
      if (expected instanceof RegExp) return expected.test(String(actual));
      throw binding.argType('expected', expected, 'Function', 'RegExp');
    }
    if (expected.prototype !== undefined && actual instanceof expected) return true;
    if (Object.prototype.isPrototypeOf.call(Error, expected)) return false;
    return Reflect.apply(expected, {}, [actual]) === true;
  }

  Object.assign(assert, {
    throws(fn, ...args) {
      expectsError(assert.throws, thrownBy(fn), ...args);
    },
    async rejects(promiseFn, ...args) {
      expectsError(assert.rejects, await rejectedBy(promiseFn), ...args);
    },
    doesNotThrow(fn, ...args) {
      expectsNoError(assert.doesNotThrow, thrownBy(fn), ...args);
    },
    async doesNotReject(promiseFn, ...args) {
      expectsNoError(assert.doesNotReject, await rejectedBy(promiseFn), ...args);
    },
    ifError(err) {
      if (err === null || err === undefined) return;
      let message = 'ifError got unwanted exception: ';
      if (typeof err === 'object' && typeof err.message === 'string') {
        message += err.message.length === 0 && err.constructor ? err.constructor.name : err.message;
      } else {
        message += binding.inspect(err);
      }
      const e = new AssertionError({ actual: err, expected: null, operator: 'ifError', message, stackStartFn: assert.ifError });
      e.generatedMessage = false;
      if (hasOwnProperty.call(err, 'stack') && typeof err.stack === 'string') {
        const origin = err.stack.split('\n').filter((l) => l.startsWith('    at'));
        const own = e.stack.split('\n').filter((l) => !origin.includes(l));
        e.stack = `${own.join('\n')}\n${origin.join('\n')}`;
      }
      throw e;
    },
  });

  function strict(...args) {
    truthy(strict, args.length, ...args);
  }
  assert.strict = Object.assign(strict, assert, {
    equal: assert.strictEqual,
    deepEqual: assert.deepStrictEqual,
    notEqual: assert.notStrictEqual,
    notDeepEqual: assert.notDeepStrictEqual,
  });
  assert.strict.strict = assert.strict;
  assert.Assert = assert.strict.Assert = notBuilt('Assert');
  return assert;
})
