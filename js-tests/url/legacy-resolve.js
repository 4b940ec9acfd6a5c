// url.resolve and url.resolveObject.
// Expect-Stdout-File: legacy-resolve.golden
'use strict';

process.noDeprecation = true;
const url = require('url');
const { throwsText, transcript } = require('./fixtures/helper');

const log = transcript();
const t = throwsText(log);
const short = (u) => JSON.stringify(u, (k, v) => (v === null ? undefined : v));

const bases = ['', '/', '/a/b/c', 'http://u:p@h:1/a/b?q#f', 'http://h', 'mailto:l@d', 'foo:a/b', 'foo://h/a/b', 'file:///a/b', 'javascript:x', '.', '..', 'a/b', 'http:///s//a', 'coap:h/p'];
const links = [
  '', '.', '..', '../..', '../../../g', './g', 'g/', '/g', '/./g/../h', '//g', '//g/h', '?y', '#s', 'g?y#s', 'g;x', 'http:g', 'http:', 'http://n', 'http://n/m', 'https:/x/y', 'https:x', 'mailto:o@e', 'l2@d2', 'foo:c', 'foo:/c', 'foo://z/c', 'file:x', 'file:///x', 'javascript:y',
  'a//b', '/a//../b', 'http://h/x', 'http://h:1', '...', '.../..', './', '../', ' g ', '\\g\\h', 'u@h',
];
for (const base of bases) {
  for (const link of links) {
    try {
      log(`${base} + ${link} = ${url.resolve(base, link)}`);
    } catch (e) {
      log(`${base} + ${link} throws ${e}`);
    }
  }
}
for (const base of ['http://u:p@h:1/a/b?q#f', 'mailto:l@d', 'foo:a/b', '/a/b/c', '']) {
  for (const link of links) {
    log(short(url.resolveObject(base, link)));
  }
}
t(() => url.resolve('a'));
t(() => url.resolve(1, 2));
t(() => url.resolveObject(undefined, 'x'));
t(() => url.resolveObject('http://a/b'));
t(() => short(Object.assign(url.parse('http://a/b'), { extra: 1 }).resolveObject('c')));
t(() => short(url.parse('http://a/b').resolveObject(url.parse('../c?d'))));
t(() => url.parse('http://a/b').resolve(url.parse('../c?d')));
t(() => { const u = new url.Url(); u.host = 'a:1'; u.parseHost(); return short(u); });
t(() => new url.Url().parse(1));
