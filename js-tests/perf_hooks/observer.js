// What is delivered to a PerformanceObserver, and when; timerify.
// Expect-Stdout-File: observer.golden
// Needs-Node: 24
'use strict';

const { performance, PerformanceObserver, createHistogram } = require('perf_hooks');
const { transcript, throwsError } = require('../common');

const log = transcript();
const names = (list) => list.map((e) => `${e.entryType}:${e.name}`).join();

performance.mark('early', { startTime: 3 });
const both = new PerformanceObserver((list, observer) => log('both', names(list.getEntries()), observer === both));
both.observe({ entryTypes: ['mark', 'measure', 'unknown'] });
const marks = new PerformanceObserver(function (list) { log('marks', names(list.getEntriesByType('mark')), this === marks); });
marks.observe({ type: 'mark', buffered: true });
const calls = new PerformanceObserver((list) => log('calls', names(list.getEntries()), JSON.stringify(list.getEntries()[0].detail)));
calls.observe({ type: 'function' });

performance.mark('m1', { startTime: 5 });
performance.measure('me', { start: 1, end: 2 });
const histogram = createHistogram();
log(performance.timerify(function add(a, b) { return a + b; }, { histogram })(1, 2), histogram.count);
class A { constructor(x) { this.x = x; } }
log(new (performance.timerify(A))(4).x, performance.timerify(A).name);
setImmediate(() => log('immediate'));
process.nextTick(() => log('tick'));
Promise.resolve().then(() => log('promise'));

throwsError(() => new PerformanceObserver(), { code: 'ERR_INVALID_ARG_TYPE' });
throwsError(() => marks.observe(), { code: 'ERR_MISSING_ARGS' });
throwsError(() => marks.observe({ entryTypes: ['mark'] }), { name: 'InvalidModificationError' });
throwsError(() => marks.observe({ type: 'mark', entryTypes: ['mark'] }), { code: 'ERR_INVALID_ARG_VALUE' });
throwsError(() => performance.timerify(1), { code: 'ERR_INVALID_ARG_TYPE' });

setTimeout(() => {
  performance.mark('m2', { startTime: 9 });
  log(names(both.takeRecords()), names(marks.takeRecords()));
  both.disconnect();
  performance.mark('m3', { startTime: 10 });
}, 5);
