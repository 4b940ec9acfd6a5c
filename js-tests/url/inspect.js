// util.inspect of URL, URLSearchParams and its iterators.
// Expect-Stdout-File: inspect.golden
'use strict';

const { inspect } = require('util');
const { throwsText, transcript } = require('./fixtures/helper');

const log = transcript();
const t = throwsText(log, (v) => v);
const u = new URL('http://u:p@h:1/p?q=' + 'x'.repeat(60) + '#h');

t(() => inspect(u));
t(() => inspect(u, { depth: 0 }));
t(() => inspect(u, { colors: true }));
t(() => inspect([u]));
t(() => inspect({ a: u }, { depth: 0 }));
t(() => inspect(u, { depth: -1 }));
t(() => inspect({ a: { b: { c: new URL('a:b?c') } } }));
t(() => inspect({ a: { b: { c: { d: new URL('a:b?c') } } } }));
t(() => inspect({ a: { b: { c: new URLSearchParams('a=b') } } }));
t(() => { class X extends URL {} return inspect(new X('a:b')); });
t(() => inspect(Object.assign(new URL('a:b'), { x: 1 })));
t(() => inspect(new URLSearchParams('a=' + 'b'.repeat(60) + '&c=dddddddddddddddd')));
t(() => inspect(new URLSearchParams('a=' + 'b'.repeat(60)), { breakLength: Infinity }));
t(() => inspect(new URLSearchParams('a=b'), { colors: true }));
t(() => inspect(new URLSearchParams('a=b'), { depth: -1 }));
t(() => inspect(new URLSearchParams()));
t(() => { class X extends URLSearchParams {} return inspect(new X('a=b')); });
const it = new URLSearchParams('a=b&c=d&e=f').entries();
t(() => it.next().value);
t(() => inspect(it));
t(() => inspect(it, { depth: 0 }));
t(() => inspect(it, { depth: -1 }));
t(() => inspect(it, { breakLength: 5 }));
t(() => inspect(new URLSearchParams('a=b&c=d').keys()));
t(() => inspect(new URLSearchParams('a=b&c=d').values()));
t(() => inspect(new URLSearchParams('').values()));
for (const object of [new URL('a:b'), new URLSearchParams('a=b'), it]) {
  const method = object[inspect.custom];
  t(() => method.call({}));
  t(() => method.call(1));
  t(() => method.call(undefined, 0, {}));
}
log(require('util').format('%s %o %j', new URL('a:b'), new URLSearchParams('a=b'), new URL('a:b')));
