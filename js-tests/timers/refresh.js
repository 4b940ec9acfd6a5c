// refresh() starts the delay anew, also of a timer that has fired.
'use strict';

const assert = require('assert');
const { mustCall } = require('../common');

const started = Date.now();
let n = 0;
const timer = setTimeout(mustCall(() => {
  assert.ok(Date.now() - started >= 39, 'fired after ' + (Date.now() - started));
  if (++n === 1) {
    timer.refresh();
  }
}, 2), 30);
setTimeout(() => timer.refresh(), 10);
