// The assertions about exceptions and rejections.
(function (binding, equality, AssertionError) {
  'use strict';

  const { isDeepStrictEqual } = equality;
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
          `${binding.returned(promise)}.`);
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

  function isError(v) {
    return v instanceof Error;
  }

  // Check holds what one call of an assertion needs to fail.
  class Check {
    constructor(fn, diff, top = fn) {
      this.fn = fn;
      this.diff = diff;
      this.top = top; // the function whose callers the stack begins with
    }

    fail(options) {
      if (isError(options.message)) throw options.message;
      const generated = options.generated;
      const err = new AssertionError({ operator: this.fn.name, ...options, diff: this.diff, stackStartFn: this.top });
      if (generated !== undefined) err.generatedMessage = generated;
      throw err;
    }

    expectError(actual, error, message, given) {
      if (typeof error === 'string') {
        if (given === 3) throw binding.argType('error', error, 'Object', 'Error', 'Function', 'RegExp');
        ambiguous(actual, error);
        message = error;
        error = undefined;
      } else if (error != null && typeof error !== 'object' && typeof error !== 'function') {
        throw binding.argType('error', error, 'Object', 'Error', 'Function', 'RegExp');
      }
      if (actual === none) this.missing(error, message);
      if (error) this.compare(actual, error, message);
    }

    missing(error, message) {
      let details = error && error.name ? ` (${error.name})` : '';
      details += message ? `: ${message}` : '.';
      const kind = this.fn.name === 'rejects' ? 'rejection' : 'exception';
      this.fail({ actual: undefined, expected: error, message: `Missing expected ${kind}${details}` });
    }

    compare(actual, expected, message) {
      if (typeof expected === 'object') {
        if (expected instanceof RegExp) this.matchError(actual, expected, message);
        else this.compareShape(actual, expected, message);
        return;
      }
      if (expected.prototype !== undefined && actual instanceof expected) return;
      if (Object.prototype.isPrototypeOf.call(Error, expected)) this.wrongClass(actual, expected, message);
      const result = Reflect.apply(expected, {}, [actual]);
      if (result === true) return;
      if (message) this.fail({ actual, expected, message, generated: false });
      const name = expected.name ? `"${expected.name}" ` : '';
      let text = `The ${name}validation function is expected to return "true". Received ${binding.inspect(result)}`;
      if (isError(actual)) text += `\n\nCaught error:\n\n${actual}`;
      this.fail({ actual, expected, message: text, generated: true });
    }

    wrongClass(actual, expected, message) {
      if (message) this.fail({ actual, expected, message, generated: false });
      const text = `The error is expected to be an instance of "${expected.name}". Received `;
      if (isError(actual)) {
        const name = actual.constructor?.name || actual.name;
        const received = name === expected.name ? 'an error with identical name but a different prototype.' : `"${name}"`;
        this.fail({ actual, expected, message: `${text}${received}\n\nError message:\n\n${actual.message}`, generated: true });
      }
      this.fail({ actual, expected, message: `${text}"${binding.inspect(actual, { depth: -1 })}"`, generated: true });
    }

    matchError(actual, expected, message) {
      const text = String(actual);
      if (expected.test(text)) return;
      if (message) this.fail({ actual, expected, message, generated: false });
      this.fail({
        actual, expected, generated: true,
        message: `The input did not match the regular expression ${binding.inspect(expected)}. ` +
          `Input:\n\n${binding.inspect(text)}\n`,
      });
    }

    compareShape(actual, expected, message) {
      if (typeof actual !== 'object' || actual === null) {
        if (isError(message)) throw message;
        const err = new AssertionError({
          actual, expected, message, operator: 'deepStrictEqual', diff: this.diff, stackStartFn: this.top,
        });
        err.operator = this.fn.name;
        throw err;
      }
      const keys = Object.keys(expected);
      if (isError(expected)) keys.push('name', 'message');
      else if (keys.length === 0) throw binding.argValue('error', expected, 'may not be an empty object');
      for (const key of keys) {
        if (typeof actual[key] === 'string' && expected[key] instanceof RegExp && expected[key].test(actual[key])) continue;
        if (key in actual && isDeepStrictEqual(actual[key], expected[key])) continue;
        if (message) this.fail({ actual, expected, message, generated: false });
        this.shapesDiffer(actual, expected, keys);
      }
    }

    shapesDiffer(actual, expected, keys) {
      const err = new AssertionError({
        actual: new Comparison(actual, keys), expected: new Comparison(expected, keys, actual),
        operator: 'deepStrictEqual', diff: this.diff, stackStartFn: this.top,
      });
      err.actual = actual;
      err.expected = expected;
      err.operator = this.fn.name;
      throw err;
    }

    expectNone(actual, error, message) {
      if (actual === none) return;
      if (typeof error === 'string') {
        message = error;
        error = undefined;
      }
      if (error && !fitsExpected(actual, error)) throw actual;
      const details = message ? `: ${message}` : '.';
      const kind = this.fn.name === 'doesNotReject' ? 'rejection' : 'exception';
      this.fail({
        actual, expected: error,
        message: `Got unwanted ${kind}${details}\nActual message: "${actual && actual.message}"`,
      });
    }
  }

  // After an await nobody calls rejects any more: its own frame stays.
  const { expectError, expectNone } = Check.prototype;

  function ambiguous(actual, error) {
    if (actual === none) return;
    const isObject = typeof actual === 'object' && actual !== null;
    if ((isObject ? actual.message : actual) !== error) return;
    const what = isObject ? `error message "${actual.message}"` : `error "${actual}"`;
    throw binding.coded('TypeError', 'ERR_AMBIGUOUS_ARGUMENT',
                        `The "error/message" argument is ambiguous. The ${what} is identical to the message.`);
  }

  // Comparison is what the diff shows of an error: the keys that count.
  class Comparison {
    constructor(obj, keys, actual) {
      for (const key of keys) {
        if (!(key in obj)) continue;
        const fits = actual !== undefined && typeof actual[key] === 'string' &&
          obj[key] instanceof RegExp && obj[key].test(actual[key]);
        Object.defineProperty(this, key, {
          __proto__: null, value: fits ? actual[key] : obj[key], enumerable: true, writable: true, configurable: true,
        });
      }
    }
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

  // ifError adds the frames of the error to its own, without repeating them.
  function addOrigin(failure, err) {
    if (!Object.hasOwn(err, 'stack') || typeof err.stack !== 'string') return;
    const frames = err.stack.split('\n').filter((line) => line.startsWith('    at'));
    const own = failure.stack.split('\n').filter((line) => !frames.includes(line));
    failure.stack = `${own.join('\n')}\n${frames.join('\n')}`;
  }

  function ifErrorMessage(err) {
    const message = 'ifError got unwanted exception: ';
    if (typeof err !== 'object' || typeof err.message !== 'string') return message + binding.inspect(err);
    return message + (err.message.length === 0 && err.constructor ? err.constructor.name : err.message);
  }

  // make builds the functions; diffOf reads the option of a class Assert.
  return function make(diffOf) {
    const functions = {
      throws(fn, ...args) {
        new Check(functions.throws, diffOf(this)).expectError(thrownBy(fn), args[0], args[1], args.length + 1);
      },
      async rejects(promiseFn, ...args) {
        const check = new Check(functions.rejects, diffOf(this), expectError);
        check.expectError(await rejectedBy(promiseFn), args[0], args[1], args.length + 1);
      },
      doesNotThrow(fn, ...args) {
        new Check(functions.doesNotThrow, diffOf(this)).expectNone(thrownBy(fn), ...args);
      },
      async doesNotReject(fn, ...args) {
        const check = new Check(functions.doesNotReject, diffOf(this), expectNone);
        check.expectNone(await rejectedBy(fn), ...args);
      },
      ifError(err) {
        if (err === null || err === undefined) return;
        const failure = new AssertionError({
          actual: err, expected: null, operator: 'ifError', message: ifErrorMessage(err),
          diff: diffOf(this), stackStartFn: functions.ifError,
        });
        failure.generatedMessage = false;
        if (typeof err === 'object') addOrigin(failure, err);
        throw failure;
      },
    };
    return functions;
  };
})
