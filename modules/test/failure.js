// The errors of failed tests (Node documentation, "Errors", ERR_TEST_FAILURE).
(function (host) {
  'use strict';
  const { inspect } = host.require('util');

  // What the error of a test can be put down to: its failureType.
  const kinds = {
    __proto__: null,
    callbackAndPromise: 'callbackAndPromisePresent',
    cancelledByParent: 'cancelledByParent',
    aborted: 'testAborted',
    expected: 'expectedFailure',
    hook: 'hookFailed',
    multipleCallback: 'multipleCallbackInvocations',
    parentFinished: 'parentAlreadyFinished',
    subtests: 'subtestsFailed',
    code: 'testCodeFailure',
    timeout: 'testTimeoutFailure',
    uncaught: 'uncaughtException',
    rejection: 'unhandledRejection',
  };

  // show inspects what may not want to be inspected.
  function show(value, options) {
    try {
      return inspect(value, options);
    } catch {
      return inspect(value, { ...options, customInspect: false });
    }
  }

  // failure makes an ERR_TEST_FAILURE around what went wrong.
  function failure(cause, failureType) {
    const message = cause?.message ?? cause;
    const err = host.errors.error('ERR_TEST_FAILURE', typeof message === 'string' ? message : show(message));
    err.failureType = failureType;
    err.cause = cause;
    return err;
  }

  function isFailure(err) {
    return err?.code === 'ERR_TEST_FAILURE' && 'failureType' in err;
  }

  // asFailure wraps what test code threw, once.
  function asFailure(err, failureType) {
    return isFailure(err) ? err : failure(err, failureType);
  }

  function abortError(reason) {
    const err = reason ?? new DOMException('This operation was aborted', 'AbortError');
    try {
      err.failureType = kinds.aborted;
    } catch {
      return failure(err, kinds.aborted); // a primitive or frozen reason
    }
    return err;
  }

  return { abortError, asFailure, failure, isFailure, kinds, show };
})
