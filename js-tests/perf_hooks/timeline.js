// Marks, measures and the entries of the timeline.
// Expect-Stdout-File: timeline.golden
// Needs-Node: 24
'use strict';

const { performance, PerformanceMark, PerformanceEntry } = require('perf_hooks');
const { transcript } = require('../common');

const log = transcript();
const show = (v) => (v instanceof PerformanceEntry ? JSON.stringify(v) : v);
function attempt(fn) {
  try {
    log(String(fn).slice(6), '->', show(fn()));
  } catch (err) {
    log(String(fn).slice(6), '!!', err.name, err.code, err.message);
  }
}

performance.mark('m1', { startTime: 10 });
performance.mark('m1', { startTime: 20 });
performance.mark('m2', { startTime: 50, detail: { a: 1 } });
const calls = [
  () => performance.mark(), () => performance.mark(1, { startTime: 5 }), () => performance.mark('nodeStart'),
  () => performance.mark('a', { startTime: -1 }), () => performance.mark('a', { startTime: 'x' }),
  () => performance.mark('a', 5), () => performance.mark('b', { detail: () => 1 }), () => new PerformanceMark('own', { startTime: 3 }),
  () => performance.measure(), () => performance.measure('x', 'm1', 'm2'), () => performance.measure('x', 'nope'),
  () => performance.measure('x', { start: 1, end: 5 }), () => performance.measure('x', { start: 1, duration: 5 }),
  () => performance.measure('x', { end: 10, duration: 5 }), () => performance.measure('x', { start: 1, end: 5, duration: 2 }),
  () => performance.measure('x', { start: 'm1', end: 'm2', detail: { a: 1 } }), () => performance.measure('x', { start: 1 }, 'm2'),
  () => performance.measure('x', {}, 'm2'), () => performance.measure('x', 'm1', 60), () => performance.measure(5, { start: 1, end: 2 }),
  () => performance.measure('x', { start: 'own', end: 4 }), () => performance.getEntriesByName('m1').length,
  () => performance.getEntriesByName('m1', 'measure').length, () => performance.getEntriesByName(), () => performance.getEntriesByType(),
  () => performance.getEntries().map((e) => e.name + e.startTime).join(), () => performance.clearMarks('m1'),
  () => performance.clearMarks('nodeStart'), () => performance.getEntriesByType('mark').length,
  () => performance.measure('x', 'm1'), () => performance.clearMeasures(), () => performance.getEntriesByType('measure').length,
  () => performance.now.call({}), () => Reflect.construct(PerformanceEntry, []), () => Reflect.construct(performance.constructor, []),
  () => performance instanceof EventTarget, () => typeof performance.addEventListener, () => performance.toJSON().timeOrigin === performance.timeOrigin,
  () => performance.nodeTiming.loopStart, () => performance.eventLoopUtilization().utilization,
];
for (const fn of calls) attempt(fn);
setTimeout(() => {
  const { idle, active, utilization } = performance.eventLoopUtilization();
  log(idle > 0, active > 0, utilization > 0 && utilization < 1, performance.nodeTiming.loopStart > 0, performance.nodeTiming.idleTime >= idle);
}, 5);
