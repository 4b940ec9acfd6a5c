// The constructor forms of URLSearchParams, its methods and its iteration.
// Expect-Stdout-File: search-params.golden
'use strict';

const { throwsText, transcript } = require('./fixtures/helper');

const log = transcript();
const t = throwsText(log);
const P = URLSearchParams;

t(() => new P(1));
t(() => new P(undefined));
t(() => new P(''));
t(() => new P(Symbol('s')));
t(() => new P([1]));
t(() => new P([[1]]));
t(() => new P([null]));
t(() => new P([['a', 'b', 'c']]));
t(() => new P(['ab']));
t(() => new P({ [Symbol.iterator]: 1 }));
t(() => new P([{ length: 2, 0: 1, 1: 2, [Symbol.iterator]: 1 }]));
t(() => new P([{ length: 3, [Symbol.iterator]: function* () { yield 3; yield 4; } }]));
t(() => new P([new Set([1, 2])]));
t(() => new P(new Map([['a', 1], ['b', 2]])));
t(() => new P([[Symbol('s'), 2]]));
t(() => new P({ [Symbol.toStringTag]: 2 }));
t(() => new P({ a: Symbol('s') }));
t(() => new P({ a: 1, b: [2, 3], c: null }));
t(() => new P(Object.create({ inherited: 1 }, { own: { value: 2, enumerable: true }, hidden: { value: 3 } })));
t(() => new P({ '\ud800': 1, '\ud801': 2 }));
t(() => new P(() => {}));
t(() => new P(new P('a=b&a=c')));
t(() => new P('?a=b&a&=&&c=%zz%41+'));
t(() => new P('??a=b'));
t(() => new P('%e2%82=%ff&\ud800=%ed%a0%80&%F0%9F%98%80=%f0%9f%98'));
t(() => new P('\ufeffa=b%EF%BB%BF').toString());

const proto = P.prototype;
for (const m of ['append', 'delete', 'get', 'getAll', 'has', 'set', 'sort', 'entries', 'forEach', 'keys', 'values', 'toString']) {
  log(m);
  t(() => proto[m].call({}));
  t(() => proto[m].call(undefined, 'a'));
  t(() => new P('a=1&a=2')[m]());
  t(() => new P('a=1&a=2')[m]('a'));
}
t(() => proto.size);
t(() => new P('a=b').has('a', 'c'));
t(() => new P('a=b').has('a', undefined));
t(() => new P('a=undefined').has('a', 'undefined'));
t(() => { const p = new P('a=1&a=2&b=3'); p.delete('a', '2'); return p; });
t(() => { const p = new P('a=1&a=2&b=3'); p.delete('a', undefined); return p; });
t(() => { const p = new P('a=1&b=2&a=3&a=4'); p.set('a', 5); return p; });
t(() => { const p = new P('a=1'); p.set('c', 5); p.append('c', null); return [p, p.size]; });
t(() => { const p = new P('z=1&\u{1F600}=2&\uFFFD=3&a=4&z=0'); p.sort(); return p; });
t(() => new P([['a b', '~!\'()*-._'], ['ä€😀', '\ud800&=+%']]).toString());
t(() => [...new P('a=1&b=2')]);
t(() => [...new P('a=1&b=2').keys()]);
t(() => [...new P('a=1&b=2').values()]);

const live = new P('a=1&b=2&c=3');
live.forEach(function (value, name, self) {
  log(value, name, self === live, this);
  if (name === 'a') {
    live.delete('b');
  }
}, 'this');
const url = new URL('http://h/?a=1&b=2');
for (const [name] of url.searchParams) {
  log(name, url.search);
  url.searchParams.delete(name);
}
log(url.href);
const it = new P('a=1').entries();
t(() => it.next());
t(() => it.next());
t(() => it.next.call({}));
t(() => it.next.call(undefined));
t(() => Object.fromEntries(new P('a=1&b=2')));
t(() => it[Symbol.iterator]() === it);
