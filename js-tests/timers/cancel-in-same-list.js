// A timer cleared by one that fires before it in the same turn does not fire;
// one made there waits for the next turn.
// Expect-Stdout-File: cancel-in-same-list.golden
'use strict';

const { transcript } = require('../common');

const log = transcript();
let second;

setTimeout(() => {
  log('first');
  clearTimeout(second);
  setTimeout(() => log('made in first'), 1);
}, 1);
second = setTimeout(() => log('second'), 1);
setTimeout(() => log('third'), 1);
const until = Date.now() + 3;
while (Date.now() < until);
