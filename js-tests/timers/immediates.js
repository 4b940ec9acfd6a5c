// Immediates run in order; one cleared by another does not run; those made in
// an immediate run in the next turn.
// Expect-Stdout-File: immediates.golden
'use strict';

const { transcript } = require('../common');

const log = transcript();
let third;

setImmediate((...args) => {
  log('first', args.join());
  clearImmediate(third);
  setImmediate(() => log('made in first'));
}, 1, 2, 3);
setImmediate(() => log('second'));
third = setImmediate(() => log('third'));
setImmediate(() => log('fourth'));
clearImmediate(undefined);
