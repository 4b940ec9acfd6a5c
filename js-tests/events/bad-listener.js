// A listener that is no function is refused with code and text.
'use strict';

const EventEmitter = require('events');
const { throwsError } = require('../common');

const e = new EventEmitter();
for (const method of ['on', 'addListener', 'once', 'prependListener', 'prependOnceListener', 'off', 'removeListener']) {
  for (const bad of [undefined, null, 'x', 1, {}, Symbol('s')]) {
    throwsError(() => e[method]('x', bad), {
      code: 'ERR_INVALID_ARG_TYPE', type: TypeError,
      message: /^The "listener" argument must be of type function\. Received /,
    });
  }
}
