// domainToASCII, domainToUnicode and url.format with the options of the standard.
// Expect-Stdout-File: domains.golden
'use strict';

const url = require('url');
const { throwsText, transcript } = require('./fixtures/helper');

const log = transcript();
const t = throwsText(log);

t(() => url.domainToASCII());
t(() => url.domainToUnicode());
t(() => url.domainToASCII(Symbol('s')));
for (const domain of [
  'español.com', 'xn--iñvalid.com', 'a/b', 'a:80', '127.1', '0x7f.1', '256', '[::1]', '[::0001]', '[1::', 1, 'a b', 'a%41', '', 'u@b', 'a?b', 'a\\b', '\ta\n', ' a', 'EXAMPLE.COM',
  'faß.de', 'FAẞ.de', 'xn--fa-hia.de', 'a\u00adb', 'a.b.', 'a..b', '.', 'xn--', 'xn--a', 'xn--a-ecp.ru', '\u3002', 'ⅷ.de', 'א0', 'אa', 'a\u200db', 'क\u094d\u200dष', '℀', 'Ӏ.com', '\ud800',
  'xn--0zwm56d.xn--a', 'xn--fiq228c.com', '1.2.3.4.5', '1.2.3', '0300.1', '09', 'foo.0x4', '_x-.y', 'a\u0300', 'ab\u0300.c', '%ff', '日本語。ＪＰ',
]) {
  log(JSON.stringify(domain), url.domainToASCII(domain), url.domainToUnicode(domain));
}

const f = url.format;
t(() => f(new URL('http://u:p@xn--g6w251d:8/p?q#h'), { unicode: true, auth: false, fragment: false, search: false }));
t(() => f(new URL('http://xn--g6w251d/'), { unicode: 1, auth: undefined }));
t(() => f(new URL('http://a'), 1));
t(() => f(new URL('http://a?x'), null));
t(() => f(new URL('http://a?x'), 0));
t(() => f(new URL('http://a?x'), () => {}));
t(() => f(new URL('http://a?x'), []));
t(() => f(new URL('http://a?x'), 's'));
t(() => f(new URL('http://a?x'), {}));
t(() => f(new URL('http://a?x#y'), { search: 0, fragment: '' }));
t(() => f(new URL('file:///a?x#y'), { search: 0, fragment: '' }));
t(() => f(new URL('a:b?x#y'), { search: 0, auth: false, unicode: 1 }));
t(() => f(new URL('a:/.//b?x#y'), { search: 0, auth: false }));
t(() => f(new URL('http://u@h'), { auth: 0 }));
t(() => f(new URL('http://:p@h'), { auth: 1 }));
t(() => f(new URL('xx://[::1]:80/a'), { unicode: true }));
t(() => f(new URL('blob:http://a/x#b'), { fragment: false }));
