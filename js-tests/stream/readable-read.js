// read(n) in paused mode: null when there is too little, everything at the end,
// and 'readable' again after null.
// Expect-Stdout-File: readable-read.golden
'use strict';

const { Readable } = require('stream');
const { transcript } = require('../common');

const log = transcript();
const r = new Readable({ read() { log('_read'); } });

r.on('readable', () => {
  log('readable', r.readableLength);
  for (let chunk; (chunk = r.read(3)) !== null;) {
    log('read', chunk, r.readableLength);
  }
});
r.on('end', () => log('end'));
setImmediate(() => {
  r.push('ab');
  setImmediate(() => {
    r.push('cde');
    setImmediate(() => {
      r.push('fg');
      r.push(null);
    });
  });
});
