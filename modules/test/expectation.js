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
      return failure(problem, kinds.code);
    }
    return undefined;
  }

  return { matches };
})
