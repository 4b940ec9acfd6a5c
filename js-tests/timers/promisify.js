// util.promisify works with setTimeout and setImmediate, and timers/promises
// has them too.
// Expect-Stdout-File: promisify.golden
'use strict';

const util = require('util');
const timers = require('timers/promises');
const { transcript } = require('../common');

const log = transcript();

(async () => {
  log(await util.promisify(setTimeout)(1, 'value of setTimeout'));
  log(await util.promisify(setImmediate)('value of setImmediate'));
  log(await timers.setTimeout(1, 'timers/promises'));
  log(await timers.setImmediate('immediate'));
  const controller = new AbortController();
  const waiting = timers.setTimeout(60000, null, { signal: controller.signal });
  controller.abort();
  try {
    await waiting;
  } catch (err) {
    log(err.name, err.code, err.message);
  }
})();
