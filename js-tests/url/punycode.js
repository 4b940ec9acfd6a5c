// The module punycode.
// Expect-Stdout-File: punycode.golden
'use strict';

process.noDeprecation = true;
const p = require('punycode');
const { throwsText, transcript } = require('./fixtures/helper');

const log = transcript();
const t = throwsText(log);

log(Object.keys(p).join(), p.version, Object.keys(p.ucs2).join());
for (const fn of [p.decode, p.encode, p.toASCII, p.toUnicode, p.ucs2.decode, p.ucs2.encode]) {
  log(fn.name, fn.length);
}
for (const s of ['', '-', 'a-', '-abc', 'abc', 'xn--', '\x80-a', 'a-\x80', '99999999', 'ls8h=', '999999-zzzzzzzzzzzzz', '9999999999a', 'zzzzzz', 'é', '\ud800', 'maana-pta', 'MAANA-PTA', '--dqo34k', '80akhbyknj4f', '0t', 'a0a', 'aZ9']) {
  t(() => JSON.stringify(s) + p.decode(s));
}
for (const s of ['', 'a', 'ab c', 'é', 'mañana', '😀é', '\ud800a', '\udc00\ud800', '☃-⌘', 'Hello-Another-Way-それぞれの場所', 'почему', '-']) {
  t(() => JSON.stringify(s) + p.encode(s));
}
for (const s of ['', 'a@b@ñ.com', 'mañana。com', 'MAÑANA.com', '\x7f\x80', 'a\x7f', 'a．b｡ç', 'джумла@джpумлатест.bрфa']) {
  t(() => p.toASCII(s));
  t(() => p.toUnicode(p.toASCII(s)));
}
for (const s of ['xn--maana-pta.com', 'XN--MAANA-pta.com', 'xn--MAANA-PTA.com', 'xn--é', 'a@xn--mgba.b']) {
  t(() => p.toUnicode(s));
}
for (const value of [undefined, null, 1, {}, Symbol('s')]) {
  for (const name of ['decode', 'encode', 'toASCII', 'toUnicode']) {
    log(name);
    t(() => p[name](value));
  }
}
t(() => p.ucs2.decode('\ud800a😀\udc00'));
t(() => p.ucs2.decode(''));
t(() => p.ucs2.decode());
t(() => p.ucs2.encode([0xd800, 97, 0x1f600]));
t(() => p.ucs2.encode([]));
t(() => p.ucs2.encode([-1]));
t(() => p.ucs2.encode([1.5]));
t(() => p.ucs2.encode('ab'));
t(() => p.ucs2.encode([0x110000]));
t(() => p.ucs2.encode(['x']));
