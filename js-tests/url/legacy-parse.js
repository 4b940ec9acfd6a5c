// url.parse and the class Url.
// Expect-Stdout-File: legacy-parse.golden
'use strict';

process.noDeprecation = true;
const url = require('url');
const { throwsText, transcript } = require('./fixtures/helper');

const log = transcript();
const t = throwsText(log);
const short = (u) => JSON.stringify(u, (k, v) => (v === null ? undefined : v));

for (const k of Reflect.ownKeys(url.Url.prototype)) {
  const v = url.Url.prototype[k];
  log(k, v.name, v.length, Object.getOwnPropertyDescriptor(url.Url.prototype, k).enumerable);
}
log(Object.keys(url).map((k) => `${k}:${url[k].name}/${url[k].length}`).filter((k) => !k.startsWith('URLPattern')).join(' '));
log(short(new url.Url()), Object.keys(new url.Url()).join());
for (const value of [undefined, null, 1, {}, Symbol('s')]) {
  t(() => url.parse(value));
}
const parsed = new url.Url();
log(url.parse(parsed) === parsed);

const inputs = [
  '', ' ', '/', '//', '///', '////a', '/a', '/a b', '/a?b', '/a?b#c', '//h/p', '//u@h/p', '/\\a\\b?\\c#\\d', 'a', 'a:b', '?x', '#x', '?', '#', '?a?b', '/p?a#b#c', ':', ':a', '1:2', 'a\tb',
  'http://h', 'HTTP://H/P', 'http:h', 'HTTP:h', 'http:/h', 'http:///p', 'http://h:80', 'http://h:', 'http://h:x', 'http://h:80x/y', 'http://h:1:2/', 'http://h;p', 'http://h"p', 'http://h p?q',
  'http://u@h', 'http://u:p@h:1', 'http://a@b@c/', 'http://a@b?@c', 'http://a%20b:c%40d@h/', 'http://%zz@h/', 'http://u@', 'http://@h', 'http://:1', 'http://?q', 'http://#h',
  'http://[::1]', 'http://[::1]:8/p', 'http://[::1', 'http://[a b]/', 'http://[::1]x', 'http://[]/', 'http://[', 'http://ä.de/ü?ö#ß', 'http://a_b-.c/', 'http://-./', 'http://xn--iñvalid.com/', 'http://\u0000a', 'http://a\u00ad',
  'http://℀/', 'http://a\\b/c', 'http://a/b\\c?d\\e', 'ht\ntp://a', 'http://a\n.b/c\td', 'http://' + 'a'.repeat(256) + '/', 'http://a.b/{c}|d^e`f<g>h"i\'j k', 'javascript:alert("a b")', 'javascript://x/y?z#w', 'JavaScript:x y',
  'mailto:a@b.c', 'mailto:a@b.c?subject=x y', 'mailto:a b@c', 'xmpp:u@h/r', 'file:///a/b', 'file://h/a', 'file:a', 'ws://h', 'wss:h', 'foo://h', 'foo:h', 'foo:/p', 'foo:///p', 'a.b+c-d:e', 'git+ssh://git@h:a/b', 'x:', 'x://',
  '\u00a0http://a\ufeff', '\ud800', 'http://\ud800/', 'http://a/\ud800', '/a\u2028b', 'svn+ssh://foo/bar', 'http://a?b@c', 'http://a#b@c', 'http://a.com\t.b/', 'coap:[1080::8]:61616/x', 'http://user:pass@-;.tld/path?q=r#f',
];
for (const input of inputs) {
  for (const [query, slashes] of [[false, false], [true, true]]) {
    log(JSON.stringify(input.slice(0, 40)), query);
    t(() => short(url.parse(input, query, slashes)));
  }
}

