// url.format of objects and texts.
// Expect-Stdout-File: legacy-format.golden
'use strict';

process.noDeprecation = true;
const url = require('url');
const { throwsText, transcript } = require('./fixtures/helper');

const log = transcript();
const t = throwsText(log);

for (const o of [
  {}, { protocol: 'http' }, { protocol: 'http:', host: 'h' }, { protocol: 'mailto', pathname: 'a@b' }, { protocol: 'file', pathname: 'a' }, { protocol: 'file:' }, { hostname: '::1', port: 80 }, { hostname: '[::1]' },
  { host: 'h', hostname: 'x', port: 1 }, { slashes: true, hostname: 'h', pathname: 'p' }, { auth: 'a b:c/d@', hostname: 'h' }, { auth: 'ä', host: 'h' }, { query: { a: [1, 2], b: 'x y' } }, { query: { a: 1 }, search: 'z' }, { query: 's' },
  { search: 'a#b' }, { hash: 'x' }, { pathname: '/a?b#c' }, { query: {} }, { protocol: 'foo', slashes: true }, { protocol: 'ws', hostname: 'h', pathname: 'p' }, { protocol: 'x:', host: 'h', pathname: 'p' },
]) {
  t(() => JSON.stringify(o) + ' ' + url.format(o));
}
for (const value of [undefined, null, 1, true, Symbol('s'), () => {}]) {
  t(() => url.format(value));
}
t(() => url.format('HTTP://A b/c'));
t(() => url.format([]));
