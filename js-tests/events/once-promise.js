// events.once resolves with the arguments, rejects on 'error' and on abort.
// Expect-Stdout-File: once-promise.golden
'use strict';

const { EventEmitter, once } = require('events');
const { transcript } = require('../common');

const log = transcript();
const e = new EventEmitter();

(async () => {
  process.nextTick(() => e.emit('x', 1, 2));
  log(JSON.stringify(await once(e, 'x')), e.listenerCount('x'), e.listenerCount('error'));
  process.nextTick(() => e.emit('error', new Error('boom')));
  try {
    await once(e, 'x');
  } catch (err) {
    log('rejected', err.message, e.listenerCount('x'));
  }
  process.nextTick(() => e.emit('error', new Error('as value')));
  log((await once(e, 'error'))[0].message);
  const controller = new AbortController();
  process.nextTick(() => controller.abort());
  try {
    await once(e, 'x', { signal: controller.signal });
  } catch (err) {
    log(err.name, err.code, e.listenerCount('x'), e.listenerCount('error'));
  }
})();
