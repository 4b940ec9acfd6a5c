// URL basics a network script uses: parts, defaults, IPv6 hosts, errors.
// Expect-Stdout-File: url.golden
'use strict';

const url = require('url');
const { transcript } = require('../common');

const log = transcript();

for (const text of ['http://user:pa%40ss@example.com:8080/p/a/t/h?query=string#hash', 'redis://[::1]:6379/0', 'https://example.com:443/', 'file:///a/b%20c', 'tcp://h', 'http://EXAMPLE.com/../x/./y']) {
  const u = new URL(text);
  log(u.href, u.protocol, u.username, u.password, u.host, u.hostname, u.port, u.pathname, u.search, u.hash, u.origin);
}
log(new URL('../x?y', 'http://h/a/b/c').href, URL.canParse('nope'), new URL('http://h/?a=1&b=2&a=3').searchParams.getAll('a').join());
try {
  new URL('nope');
} catch (err) {
  log(err.name, err.code, err.message, err.input);
}
log(url.fileURLToPath('file:///a%20b'), url.pathToFileURL('/a b').href, url.format({ protocol: 'http', host: 'h', pathname: '/p' }));
