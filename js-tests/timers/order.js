// Timers run by due time, equal ones in the order they were made, whatever
// their delay was.
// Expect-Stdout-File: order.golden
'use strict';

const { transcript } = require('../common');

const log = transcript();

for (const [name, ms] of [['a', 10], ['b', 5], ['c', 5], ['d', 1], ['e', 0], ['f', '1'], ['h', undefined], ['i', 1.9]]) {
  setTimeout(log, ms, name, String(ms));
}
setTimeout(() => {
  // Made later, due earlier than nothing: the order is that of the due times.
  setTimeout(log, 20, 'second round, 20');
  setTimeout(log, 8, 'second round, 8');
  setTimeout(log, 8, 'second round, 8 again');
}, 15);
