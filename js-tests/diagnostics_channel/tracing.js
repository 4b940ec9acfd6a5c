// What tracing channels publish, and in which order.
// Expect-Stdout-File: tracing.golden
// Needs-Node: 24
'use strict';

const dc = require('diagnostics_channel');
const { transcript, throwsError } = require('../common');

const log = transcript();
const trace = dc.tracingChannel('t');
const handlers = {};
for (const event of ['start', 'end', 'asyncStart', 'asyncEnd', 'error']) {
  handlers[event] = (message, name) => log(name, JSON.stringify(message));
}
log(trace.traceSync(() => 'untraced'), trace.hasSubscribers);
trace.subscribe(handlers);
log(trace.hasSubscribers);
log(trace.traceSync(function (a, b) { return this.x + a + b; }, undefined, { x: 1 }, 2, 3));
const caught = (fn) => { try { fn(); } catch (err) { log('caught', err); } };
caught(() => trace.traceSync(() => { throw 'sync'; }, { a: 1 }));
caught(() => trace.tracePromise(() => { throw 'in promise'; }, { b: 1 }));
throwsError(() => trace.traceCallback(() => {}, 0, {}, null, 1), { code: 'ERR_INVALID_ARG_TYPE' });

(async () => {
  log(await trace.tracePromise(async () => 5, { p: 1 }));
  log(await trace.tracePromise(() => 6, { p: 2 }));
  log(await trace.tracePromise(() => ({ then(done) { done(7); } }), { p: 3 }));
  await trace.tracePromise(() => Promise.reject('rejected'), { p: 4 }).catch((err) => log('caught', err));
  log(trace.traceCallback((callback, x) => { setImmediate(callback, null, x); return 'returned'; }, 0, { c: 1 }, null,
    (err, value) => log('called', err, value), 'x'));
  trace.traceCallback((x, callback) => callback.call('this', 'err'), undefined, { c: 2 }, null, 'x', function (err) {
    log('called', this.valueOf(), err);
  });
  setImmediate(() => {
    log(trace.unsubscribe(handlers), trace.unsubscribe(handlers), trace.hasSubscribers);
  });
})();
