// Unref'd timers and intervals do not keep the process alive.
'use strict';

const { mustCall, mustNotCall } = require('../common');

setTimeout(mustNotCall('timeout'), 60000).unref();
setInterval(mustNotCall('interval'), 60000).unref();
const timer = setTimeout(mustNotCall('unref, ref, unref'), 60000);
timer.unref();
timer.ref();
timer.unref();
// An unref'd one runs all the same while something else keeps the loop going.
setTimeout(mustCall(), 1).unref();
setTimeout(mustCall(), 20);
