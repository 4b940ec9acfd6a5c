// push after the end, wrong chunks and unknown encodings become 'error' events
// or exceptions with their codes.
// Expect-Stdout-File: push-errors.golden
'use strict';

const { Readable } = require('stream');
const { transcript } = require('../common');

const log = transcript();

function readable(name) {
  const r = new Readable({ read() {} });
  r.on('error', (err) => log(name, err.name, err.code, err.message));
  return r;
}

const ended = readable('after end');
ended.push(null);
log(ended.push('late'));
const wrong = readable('wrong type');
log(wrong.push(42));
const unshifted = readable('unshift after end');
unshifted.push(null);
unshifted.on('end', () => unshifted.unshift('x'));
unshifted.resume();
try {
  readable('encoding').push('x', 'nonsense');
} catch (err) {
  log('thrown', err.name, err.code);
}
new Readable().on('error', (err) => log('no _read', err.name, err.code, err.message)).read();
