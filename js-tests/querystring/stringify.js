// querystring.stringify and escape.
// Expect-Stdout-File: stringify.golden
'use strict';

const qs = require('querystring');
const { throwsText, transcript } = require('../url/fixtures/helper');

const log = transcript();
const t = throwsText(log);

for (const s of ['', 'a b', 'é€😀', '!\'()*-._~', ':/?#[]@$&+,;=%"<>\\^`{|}', '\0\n\x7f\x80', '\ud800', '\ud800a', 'a\udc00', '\udc00\ud800x', 1, -0, null, undefined, true, 5n, {}, [1, 2], { toString() { return 'a b'; } }, Symbol('s')]) {
  t(() => qs.escape(s));
}
t(() => qs.escape(() => 1));
for (const o of [
  {}, [], [1, 2], 'x', 1, null, undefined, { a: 1 }, { a: [] , b: [''], c: {}, d: null, e: undefined, f: NaN, g: 1n, h: true, i: Symbol('s'), j: Infinity, k: -0, l: () => {}, m: 1e21, n: 1.5, o: false },
  { a: [1, [2, 3], null, undefined, 'x y'] }, { 'a b': 'c&d' }, { 'é': '€' }, { '': '' }, { a: '\ud800' }, { '\ud800': 1 }, Object.create({ inherited: 1 }), { __proto__: null, x: 1 }, Object.assign(['q'], { extra: 1 }), new Date(0), { a: new Date(0) }, { a: new String('x') }, new Map([['a', 1]]),
]) {
  t(() => qs.stringify(o));
}
t(() => qs.stringify(() => {}));
t(() => qs.stringify({ a: [1, [2, 3], null], b: 2 }, ';', ':', { encodeURIComponent: (x) => `<${x}>` }));
t(() => qs.stringify({ a: 1 }, null, null));
t(() => qs.stringify({ a: 1, b: 2 }, '', ''));
t(() => qs.stringify({ a: 1, b: 2 }, 1, 2));
t(() => qs.stringify({ a: 1, b: 2 }, '&&', '=='));
t(() => qs.stringify({ a: 1 }, null, null, { encodeURIComponent: 1 }));
t(() => qs.stringify({ a: 1 }, null, null, { encodeURIComponent() { throw new RangeError('own'); } }));
t(() => qs.stringify({ get a() { throw new RangeError('getter'); } }));
const { escape } = qs;
qs.escape = (s) => s.toUpperCase();
t(() => qs.stringify({ a: 'b c' }));
qs.escape = escape;
t(() => qs.stringify({ a: 'b c' }));
