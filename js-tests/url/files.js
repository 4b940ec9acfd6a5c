// fileURLToPath, fileURLToPathBuffer, pathToFileURL and urlToHttpOptions.
// Expect-Stdout-File: files.golden
// Platforms: linux
'use strict';

const url = require('url');
const { throwsText, transcript } = require('./fixtures/helper');

const log = transcript();
const t = throwsText(log);
const { fileURLToPath: f, fileURLToPathBuffer: fb, urlToHttpOptions: h } = url;
const p = (...args) => url.pathToFileURL(...args).href.replace(process.cwd(), '/cwd');
const windows = { windows: true };

t(() => f());
t(() => f(1));
t(() => f({}));
t(() => f('/a'));
t(() => f('http://a'));
t(() => f('file://host/a'));
t(() => f('file://localhost/a'));
t(() => f('file:///a%2fb'));
t(() => f('file:///a%5Cb', windows));
t(() => f('file:///a%5Cb'));
t(() => f('file:///a', windows));
t(() => f('file://host/a', windows));
t(() => f('file:///C:/a%20b', windows));
t(() => f('file:///%zz'));
t(() => f('file:///%ff'));
t(() => f('file:///%00a').length);
t(() => f('file://xn--0zwm56d/a', windows));
t(() => f('file:///C|/a', windows));
t(() => f('file:///é%C3%A9/?x#y'));
t(() => f('file:///é', null));
t(() => f('file:///é', { windows: 'x' }));
t(() => f({ href: 'file:///x', protocol: 'file:' }));
t(() => f({ href: 'file:///x', protocol: 'file:', hostname: '', pathname: '/q' }));
t(() => f({ href: 'x', protocol: 'http:' }));
t(() => f({ href: 'x', protocol: 'file:', auth: null }));
t(() => fb());
t(() => fb('file:///a%ffb'));
t(() => fb('file:///a%2fb'));
t(() => fb('file:///%zz'));
t(() => fb('file:///é'));
t(() => fb('file://host/'));
t(() => fb('file:///C:/%ff', windows));
t(() => fb('file://host/%ff', windows));
t(() => fb('file:///a', windows));
t(() => fb('file://xn--0zwm56d/a', windows));

t(() => p());
t(() => p(1));
t(() => p('a b?#%\\\n\r\t|^[]'));
t(() => p('/a\x01"<>`{}~\x7f'));
t(() => p('/x/'));
t(() => p('/x/../y/./z/'));
t(() => p('\0'));
t(() => p('\ud800'));
t(() => p('//a/b'));
t(() => p('.'));
t(() => p(''));
t(() => p('/é', null));
t(() => p('\\\\exa mple\\share'));
t(() => p('C:\\a\\', windows));
t(() => p('C:\\a?#%"', windows));
t(() => p('C:\\a\\..\\b', windows));
t(() => p('//a/b/c', windows));
t(() => p('\\\\srv\\share\\f', windows));
t(() => p('\\\\srv\\', windows));
t(() => p('\\\\srv', windows));
t(() => p('\\\\\\share', windows));
t(() => p('\\\\?\\C:\\a', windows));
t(() => p('\\\\?\\UNC\\srv\\sh\\a', windows));
t(() => p('\\\\ä\\sh\\a', windows));
t(() => p('\\\\a b\\sh\\a', windows));
let escaped = '';
for (let i = 1; i < 128; i++) {
  const c = String.fromCharCode(i);
  if (url.pathToFileURL('/' + c + 'x').pathname.includes('%')) {
    escaped += c;
  }
}
log(JSON.stringify(escaped));

t(() => h());
t(() => h(1));
t(() => h(null));
t(() => h('a'));
t(() => h(new URL('https://u%20:p%3a@[::1]:8/p?q#h')));
t(() => h(new URL('http://a:80')));
t(() => h(Object.assign(new URL('http://a:81/?'), { x: 1 })));
t(() => h(new URL('http://u@a')));
t(() => h({ a: 1, href: 'x' }));
t(() => h({ protocol: 'x:', hostname: '[a]', port: '', username: 'a' }));
t(() => h({ protocol: 'x:', hostname: '[a]', port: 'x', search: '?', pathname: null }));
t(() => h({ username: '%zz' }));
