// unshift puts data back in front; setEncoding keeps split characters whole.
// Expect-Stdout-File: unshift-and-encoding.golden
'use strict';

const { Readable } = require('stream');
const { transcript } = require('../common');

const log = transcript();

const r = new Readable({ read() {} });
r.push('header\nbody');
r.once('readable', () => {
  const text = String(r.read());
  const at = text.indexOf('\n') + 1;
  r.unshift(text.slice(at));
  log('rest', r.readableLength, r.read(4));
  const e = new Readable({ read() {} });
  e.setEncoding('utf8');
  e.on('data', (part) => log('data', JSON.stringify(part)));
  e.on('end', () => log('end'));
  const bytes = Buffer.from('\u20ac\ud83d\ude00');
  for (const b of bytes) {
    e.push(Buffer.from([b]));
  }
  e.push(Buffer.from([0xe2, 0x82]));
  e.push(null);
});
