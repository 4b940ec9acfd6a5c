// The constructor of URL, its statics, and what its methods do elsewhere.
// Expect-Stdout-File: class.golden
'use strict';

const { throwsText, transcript } = require('./fixtures/helper');

const log = transcript();
const t = throwsText(log);
// The text of these errors is the engine's own.
const logName = (fn) => {
  try {
    fn();
  } catch (e) {
    log(e.name);
  }
};
const describe = (o) => {
  for (const k of Reflect.ownKeys(o)) {
    const d = Object.getOwnPropertyDescriptor(o, k);
    const what = 'value' in d ? [typeof d.value, typeof d.value === 'function' ? d.value.name + '/' + d.value.length : typeof d.value === 'object' ? '' : String(d.value), d.writable] :
      [d.get.name, d.get.length, d.set && d.set.name, d.set && d.set.length];
    log(' ', String(k), what.join(), d.enumerable, d.configurable);
  }
};
for (const name of ['URL', 'URLSearchParams']) {
  void globalThis[name]; // a lazy global is a plain property once it has been read
  const d = Object.getOwnPropertyDescriptor(globalThis, name);
  log(name, d.writable, d.enumerable, d.configurable, require('url')[name] === d.value);
  describe(d.value);
  describe(d.value.prototype);
}
const iteratorPrototype = Object.getPrototypeOf(new URLSearchParams().entries());
describe(iteratorPrototype);
log(Object.getPrototypeOf(iteratorPrototype) === Object.getPrototypeOf(Object.getPrototypeOf([].values())));
log(URLSearchParams.prototype[Symbol.iterator] === URLSearchParams.prototype.entries, Object.keys(new URL('http://a')).length);
log(Object.prototype.toString.call(new URL('http://a')), Object.prototype.toString.call(new URLSearchParams()));

t(() => { new URL(); });
logName(() => URL('a'));
t(() => new URL('a'));
t(() => new URL('a', 'b'));
t(() => new URL('a\ud800', 'b'));
t(() => new URL(Symbol('s')));
t(() => new URL('a', null));
t(() => new URL('/x\ud800', 'http://h').href);
t(() => new URL(new URL('http://a/b'), undefined).href);
t(() => new URL({ toString() { return 'http://obj'; } }).href);
t(() => URL.parse());
t(() => URL.parse('x'));
t(() => URL.parse('x', 'http://a').href);
t(() => URL.parse(Symbol('s')));
t(() => URL.canParse());
t(() => URL.canParse('x', undefined));
t(() => URL.canParse('x', 'http://y'));
t(() => URL.canParse('x', null));
t(() => URL.canParse(Symbol('s')));
for (const k of Object.keys(URL.prototype)) {
  const d = Object.getOwnPropertyDescriptor(URL.prototype, k);
  for (const how of ['get', 'set', 'value']) {
    if (d[how]) {
      log(k, how);
      t(() => d[how].call({}, 'x'));
    }
  }
}
const u = new URL('http://user:pass@host:81/path?a=b#c');
t(() => { u.href = 'x'; });
logName(() => { u.origin = 'x'; });
logName(() => { u.searchParams = 'x'; });
t(() => { u.hash = Symbol('s'); });
t(() => JSON.stringify({ u }));
t(() => `${u}`);
t(() => Object.keys(u).length + Object.assign({}, u).href);
const { searchParams } = u;
u.search = '?x=y';
log(searchParams.toString(), searchParams === u.searchParams);
searchParams.append('ä', ' &');
log(u.href, u.search);
u.href = 'http://b/?q=1';
log(searchParams.toString(), u.searchParams === searchParams);
searchParams.delete('q');
log(u.href);
class Sub extends URL {
  get twice() { return this.href + this.href; }
}
log(new Sub('a:b').twice, new Sub('a:b') instanceof URL, Sub.parse('a:b') instanceof Sub);

t(() => URL.createObjectURL());
t(() => URL.createObjectURL(1));
t(() => URL.createObjectURL(new Blob([])).slice(0, 14));
t(() => URL.revokeObjectURL());
t(() => URL.revokeObjectURL(1));
const id = URL.createObjectURL(new Blob(['abc']));
const { resolveObjectURL } = require('buffer');
log(resolveObjectURL(id).size, new URL(id).protocol, URL.revokeObjectURL(id), resolveObjectURL(id));
