// querystring.parse and unescape.
// Expect-Stdout-File: parse.golden
'use strict';

const qs = require('querystring');
const { throwsText, transcript } = require('../url/fixtures/helper');

const log = transcript();
const t = throwsText(log);

for (const k of Reflect.ownKeys(qs)) {
  log(k, qs[k].name, qs[k].length);
}
log(qs.encode === qs.stringify, qs.decode === qs.parse);
for (const s of [
  '', '&', '&&', '=', '==', '=&=', 'a', 'a=', '=a', 'a=b', 'a=b&', '&a=b', 'a=b&&c=d', 'a=b=c', 'a&b&c', 'a=1&a=2&a=3', 'a[]=1&a[]=2', '__proto__=1&toString=2&hasOwnProperty=3', 'a%20b=c+d', 'a+=+%20+', 'e=%zz', 'f=%ff', '%=1&%1=2&a%=%',
  '%3D=%26', '%C3%A9=%c3%A9', '€=%E2%82%AC', '€%41%', '%F0%9F%98%80', '%ED%A0%80', '\ud800=\udc00%20', '\ud83d\ude00=1', 'a=\0&b=\n', '%4%41', '%%41', 'x=%E4%BD%A0%E5%A5%BD&y=%', 'a=%C3%A9%zz', ' a = b ', '1=2&0=1', '%41=é%', '%41%42=é%',
]) {
  t(() => [s, JSON.stringify(qs.parse(s))]);
}
t(() => qs.parse('a=b'));
for (const value of [undefined, null, 1, {}, new String('a=b'), ['a=b']]) {
  t(() => qs.parse(value));
}
t(() => qs.parse('a:b;c:d', ';', ':'));
t(() => qs.parse('a::b;;c::d', ';;', '::'));
t(() => qs.parse('aaab', 'aab', '='));
t(() => qs.parse('a==::b=:c=::d', '&', '=::'));
t(() => qs.parse('x&&&y&z&&w', '&&', '='));
t(() => qs.parse('a=b&c=d', '', ''));
t(() => qs.parse('a1b', 1, 1));
t(() => qs.parse('a1b2c', 2, 1));
t(() => qs.parse('aäbäc', 'ä'));
t(() => qs.parse('a=b', Symbol('s')));
const many = Array.from({ length: 1100 }, (_, i) => 'k' + i).join('&');
for (const maxKeys of [undefined, 0, 1, 2, 2.5, -1, Infinity, NaN, '2', null]) {
  t(() => [maxKeys, Object.keys(qs.parse(many, null, null, { maxKeys })).length, qs.parse('a&&b&c', null, null, { maxKeys })]);
}
t(() => qs.parse('a=b%41&&=&c=+', null, null, { decodeURIComponent: (s) => `[${s}]` }));
t(() => qs.parse('a=b%41+&c=x', null, null, { decodeURIComponent: () => { throw new Error('x'); } }));
t(() => qs.parse('a=b', null, null, { decodeURIComponent: 1 }));
t(() => qs.parse('a=b&a=c', null, null, { decodeURIComponent: (s) => (s === 'a' ? s : { s }) }));
t(() => qs.parse('a=b&a=c', null, null, { decodeURIComponent: (s) => (s === 'a' ? s : undefined) }));
t(() => qs.parse('a=b&a=c', null, null, 1));

for (const s of ['%zz%41%ff', 'a+b%20', 1, undefined, 'a%zz+', '€%41%', '%E2%82%AC%']) {
  t(() => [qs.unescape(s), qs.unescape(s, true)]);
}
for (const s of ['a+b%20%zz%4%e9é', '', 'abc', '€%41%', '%', '%4', '%41', '%4g%g4%%%41', 1, undefined, null, Buffer.from('%41')]) {
  t(() => [qs.unescapeBuffer(s), qs.unescapeBuffer(s, true)]);
}
const { unescape } = qs;
qs.unescape = (s) => s.toUpperCase();
t(() => qs.parse('a=b%41'));
qs.unescape = unescape;
t(() => qs.parse('a=b%41'));

// Separators of no length: an object whose text is empty is one, '' is not.
for (const sep of [[], '', ' ', '&&']) {
  for (const eq of [[], '', '==']) {
    t(() => [sep, eq, JSON.stringify(qs.parse('a=b&c==d&&e', sep, eq)), JSON.stringify(qs.parse('a&', sep, eq))]);
  }
}
