// toString and write in every encoding, with ranges, bad input and lone
// surrogates.
// Expect-Stdout-File: encodings.golden
'use strict';

const { transcript } = require('../common');

const log = transcript();
const b = Buffer.from([0x00, 0x7f, 0x80, 0xff, 0xc3, 0xa9, 0xf0, 0x9f, 0x98, 0x80, 0xed, 0xa0, 0x80, 0x41]);

for (const encoding of ['utf8', 'utf-8', 'UTF8', 'utf16le', 'UCS-2', 'latin1', 'binary', 'ascii', 'hex', 'base64', 'base64url']) {
  log(encoding, JSON.stringify(b.toString(encoding)), JSON.stringify(b.toString(encoding, 2, 5)), Buffer.isEncoding(encoding));
}
log(JSON.stringify(b.toString('utf8', -5, 3)), JSON.stringify(b.toString('utf8', 12, 100)), JSON.stringify(b.toString(undefined, 13)));
for (const [text, encoding] of [
  ['a\u00e9\u20ac\ud83d\ude00', 'utf8'], ['\ud800x', 'utf8'], ['a\ud83d', 'utf16le'], ['\u0100\u00ff', 'latin1'], ['\u0141', 'ascii'],
  ['0aFF1', 'hex'], ['0axx', 'hex'], ['zz', 'hex'], ['YWJj', 'base64'], ['YWI', 'base64'], ['Y W\nJ=j', 'base64'], ['_-8=', 'base64'], ['+/8', 'base64url'],
]) {
  log(JSON.stringify(text), encoding, Buffer.from(text, encoding).toString('hex'), Buffer.byteLength(text, encoding));
}
const w = Buffer.alloc(6, 0x2e);
log(w.write('\u20ac\u20ac\u20ac'), w.toString('latin1') === '\u00e2\u0082\u00ac\u00e2\u0082\u00ac', w.fill('.') === w);
log(w.write('abc', 4), w.toString(), w.write('xyz', 1, 2), w.toString(), w.write('6869', 0, 'hex'), w.toString(), w.write('q', 5, 1, 'latin1'), w.toString());
log(w.write('\u20ac', 4), w.toString('hex'));
for (const bad of ['nonsense', 'utf-16', '']) {
  try {
    log(bad, Buffer.isEncoding(bad), JSON.stringify(Buffer.from('x').toString(bad)));
  } catch (err) {
    log(bad, err.name, err.code, err.message);
  }
}
for (const args of [['x', 7], ['x', -1], ['x', 0, 8], [5]]) {
  try {
    w.write(...args);
    log('no error');
  } catch (err) {
    log(err.name, err.code, err.message);
  }
}
log(Buffer.byteLength(Buffer.alloc(3)), Buffer.byteLength(new ArrayBuffer(4)), Buffer.byteLength('\u20ac'));
