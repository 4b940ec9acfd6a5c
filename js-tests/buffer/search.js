// indexOf, lastIndexOf and includes for strings, bytes and buffers, with
// offsets and encodings.
// Expect-Stdout-File: search.golden
'use strict';

const { transcript } = require('../common');

const log = transcript();
const b = Buffer.from('this is a test, this is \u20ac');

for (const args of [['is'], ['is', 3], ['is', -8], ['is', 100], [''], ['', 5], ['', 100], [0x69], [0x169], [Buffer.from('test')], [new Uint8Array([116, 101])],
                    ['\u20ac'], ['e282ac', 0, 'hex'], ['dGVzdA==', 'base64'], ['nothing'], ['is', undefined], ['is', null], ['is', NaN], ['is', {}], [99.9]]) {
  log(JSON.stringify(args), b.indexOf(...args), b.lastIndexOf(...args), b.includes(...args));
}
const wide = Buffer.from('a\u0061b\u6161', 'utf16le');
log(wide.indexOf('b', 0, 'utf16le'), wide.indexOf('\u6161', 0, 'utf16le'), wide.lastIndexOf('a', undefined, 'utf16le'), wide.indexOf('a', 1, 'utf16le'));
for (const bad of [undefined, null, {}, [], true, Symbol('s')]) {
  try {
    log(b.indexOf(bad));
  } catch (err) {
    log(err.name, err.code, err.message);
  }
}
