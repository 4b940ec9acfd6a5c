// The Timeout object: ref, unref, hasRef, refresh, close, its number, and
// clearTimeout by number and by string.
// Expect-Stdout-File: timeout-object.golden
'use strict';

const { mustCall, mustNotCall, transcript } = require('../common');

const log = transcript();
const timer = setTimeout(mustCall(() => {}), 1);

log(timer.constructor.name, Object.prototype.toString.call(timer));
log(timer.hasRef(), timer.unref() === timer, timer.hasRef(), timer.ref() === timer, timer.hasRef());
const number = +timer;
log(typeof number, number > 0, Number.isInteger(number), +timer === number);
log(timer.refresh() === timer);
log(Object.getOwnPropertyNames(Object.getPrototypeOf(timer)).filter((k) => !k.startsWith('_')).join());

const byNumber = setTimeout(mustNotCall('cleared by number'), 1);
clearTimeout(+byNumber);
const byString = setTimeout(mustNotCall('cleared by string'), 1);
clearTimeout(String(+byString));
const closed = setTimeout(mustNotCall('closed'), 1);
log(closed.close() === closed);
const other = setTimeout(mustNotCall('cleared'), 1);
clearTimeout(other);
clearTimeout(other);
for (const value of [undefined, null, 0, -1, 'x', {}, NaN, () => {}]) {
  clearTimeout(value);
}
