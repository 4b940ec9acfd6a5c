// What the option expectFailure demands of an error.
(function (host) {
  'use strict';
  const { failure, kinds } = host.load('failure');
  const { throws } = host.require('assert');

  // matches returns nothing, or the failure of an error that is another one
  // than the expected.
  function matches(expected, err) {
    if (expected === undefined) {
      return undefined;
    }
    try {
      throws(() => { throw err.cause; }, expected);
    } catch (problem) {
      const wrapped = failure('The test failed, but the error did not match the expected validation', kinds.code);
      wrapped.cause = problem;
      return wrapped;
    }
    return undefined;
  }

  return { matches };
})
