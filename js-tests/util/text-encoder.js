// The class TextEncoder, encode and encodeInto, bad arguments.
// Expect-Stdout-File: text-encoder.golden
// Needs-Node: 24
'use strict';

const { inspect } = require('util');
const { transcript } = require('../common');

const log = transcript();
const encoder = new TextEncoder();
for (const value of ['', 'abc', '\u20ac', '\ud83d\ude00', '\ud800', 'a\udc00b', undefined, null, 5, {}]) {
  const encoded = encoder.encode(value);
  log(encoded instanceof Uint8Array, encoded.join());
}
for (const [text, size] of [['abc', 5], ['abc', 2], ['a\u20acb', 3], ['a\u20acb', 4], ['\ud83d\ude00x', 3], ['\ud83d\ude00x', 4], ['\ud800a', 4], ['', 0], ['a', 0]]) {
  const dest = new Uint8Array(size);
  log(JSON.stringify(encoder.encodeInto(text, dest)), dest.join());
}
log(JSON.stringify(encoder.encodeInto('ab', new Uint8Array(4).subarray(1, 2))), JSON.stringify(encoder.encodeInto('ab', Buffer.alloc(2))));
for (const fn of [
  () => encoder.encode(Symbol('s')), () => encoder.encodeInto(1, new Uint8Array(1)), () => encoder.encodeInto('a'), () => encoder.encodeInto('a', new Uint16Array(1)),
  () => TextEncoder.prototype.encode.call({}), () => TextEncoder.prototype.encoding,
]) {
  try {
    log('no error', fn());
  } catch (err) {
    log(err.name, err.code, err.message);
  }
}
log(encoder.encoding, inspect(encoder), inspect({ a: encoder }, { depth: 0 }), Object.prototype.toString.call(encoder));
