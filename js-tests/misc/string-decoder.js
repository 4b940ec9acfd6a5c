// StringDecoder over split input in every encoding.
// Expect-Stdout-File: string-decoder.golden
'use strict';

const { StringDecoder } = require('string_decoder');
const { transcript } = require('../common');

const log = transcript();
const bytes = Buffer.from('f09f9880e282ac41c3', 'hex');

for (const encoding of ['utf8', 'utf16le', 'base64', 'base64url', 'hex', 'latin1', 'ascii']) {
  for (const size of [1, 2, 3, 4]) {
    const decoder = new StringDecoder(encoding);
    const parts = [];
    for (let i = 0; i < bytes.length; i += size) {
      parts.push(decoder.write(bytes.subarray(i, i + size)));
    }
    parts.push(decoder.end());
    log(encoding, size, JSON.stringify(parts), decoder.encoding);
  }
}
const decoder = new StringDecoder();
log(JSON.stringify(decoder.write(Buffer.from([0xe2, 0x82]))), JSON.stringify(decoder.end(Buffer.from([0xac, 0x41]))), JSON.stringify(decoder.end()));
for (const fn of [() => new StringDecoder('nope'), () => decoder.write(5)]) {
  try {
    fn();
  } catch (err) {
    log(err.name, err.code, err.message);
  }
}
