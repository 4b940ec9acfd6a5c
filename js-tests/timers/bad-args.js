// Callbacks that are no functions are refused; odd delays become 1 ms, most of
// them with a warning.
// Expect-Stderr: TimeoutOverflowWarning: 2147483648 does not fit into a 32-bit signed integer\.$
// Expect-Stderr: ^Timeout duration was set to 1\.$
// Expect-Stderr: TimeoutNegativeWarning: -5 is a negative number\.$
// Expect-Stderr: TimeoutNaNWarning: NaN is not a number\.$
// Needs-Node: 24
'use strict';

const { mustCall, throwsError } = require('../common');

for (const set of [setTimeout, setInterval, setImmediate]) {
  for (const bad of [undefined, null, 'code()', 1, {}]) {
    throwsError(() => set(bad, 1), {
      code: 'ERR_INVALID_ARG_TYPE', type: TypeError,
      message: /^The "callback" argument must be of type function\. Received /,
    });
  }
}
setTimeout(mustCall(), 2147483648);
setTimeout(mustCall(), -5);
setTimeout(mustCall(), 'soon');
setTimeout(mustCall(), null);
setTimeout(mustCall(), '2');
