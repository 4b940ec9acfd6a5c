// What histograms tell of the values recorded.
// Expect-Stdout-File: histogram.golden
// Needs-Node: 24
'use strict';

const { createHistogram, monitorEventLoopDelay } = require('perf_hooks');
const { transcript } = require('../common');

const log = transcript();
function show(name, h) {
  log(name, h.count, h.min, h.max, h.mean, h.stddev, h.exceeds, JSON.stringify([...h.percentiles]));
}
function attempt(fn) {
  try {
    log(String(fn).slice(6), '->', fn());
  } catch (err) {
    log(String(fn).slice(6), '!!', err.name, err.code, err.message);
  }
}

const h = createHistogram();
show('empty', h);
for (let i = 1; i <= 1000; i++) h.record(i * i);
show('squares', h);
for (const p of [1, 25, 50, 75, 99, 99.9, 100]) log(p, h.percentile(p), h.percentileBigInt(p));
const small = createHistogram({ lowest: 1, highest: 1000, figures: 2 });
for (const v of [1, 5, 5, 10, 100, 500, 999, 1000, 1001, 2000, 1e9]) small.record(v);
show('small', small);
small.add(h);
show('added', small);
const coarse = createHistogram({ lowest: 1000 });
coarse.record(1);
coarse.record(999);
show('coarse', coarse);
h.reset();
show('reset', h);
h.record(5n);
log(h.minBigInt, h.maxBigInt, h.countBigInt, h.exceedsBigInt);
const calls = [
  () => h.record(0), () => h.record(1.5), () => h.record('1'), () => h.record(-1n), () => h.percentile(0), () => h.percentile('1'),
  () => createHistogram(5), () => createHistogram({ lowest: 0 }), () => createHistogram({ lowest: 5, highest: 6 }),
  () => createHistogram({ figures: 6 }), () => h.add({}), () => Reflect.construct(h.constructor, []), () => h.record.call({}, 1),
  () => monitorEventLoopDelay({ resolution: 0 }), () => monitorEventLoopDelay(1),
];
for (const fn of calls) attempt(fn);
const delay = monitorEventLoopDelay({ resolution: 1 });
log(delay.enable(), delay.enable());
setTimeout(() => {
  log(delay.count > 0, delay.min > 0, delay.disable(), delay.disable());
}, 30);
