// The legacy parser: url.parse and url.resolve, with the deprecation warning.
// Expect-Stdout-File: url-legacy.golden
// Expect-Stderr: \[DEP0169\] DeprecationWarning: `url\.parse\(\)` behavior is not standardized
// Needs-Node: 24
'use strict';

const url = require('url');
const { transcript } = require('../common');

const log = transcript();

for (const text of ['postgres://u:p@host:5432/db?x=1#y', '//h/p', 'mailto:a@b.c', '/path?q', 'http://[::1]:80/', 'HTTP://H:1/a b']) {
  const u = url.parse(text);
  log(u.protocol, u.slashes, u.auth, u.host, u.port, u.hostname, u.hash, u.search, u.query, u.pathname, u.path, u.href);
}
const { query } = url.parse('http://h/?a=1&b=2&a=3', true);
log(JSON.stringify(query), Object.getPrototypeOf(query));
log(url.resolve('http://h/a/b', '../c'), url.resolve('/one/two', 'three'), url.resolve('http://h/', '//other/x'));
