// An interval that throws goes on, as long as something handles the exception.
// Expect-Stdout-File: interval-handled.golden
'use strict';

const { survive, transcript } = require('../common');

const log = transcript();
survive(log);

let n = 0;
const timer = setInterval(() => {
  log('interval', ++n);
  if (n === 3) {
    clearInterval(timer);
  }
  throw new Error('round ' + n);
}, 1);
