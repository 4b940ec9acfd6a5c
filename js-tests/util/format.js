// util.format and its placeholders.
// Expect-Stdout-File: format.golden
'use strict';

const { format, formatWithOptions } = require('util');
const { transcript } = require('../common');

const log = transcript();

for (const args of [
  [], ['plain'], ['%s', 'a'], ['%s %s', 'a'], ['%s', 'a', 'b', 3], ['%d', '42'], ['%d', 'x'], ['%d', 5n], ['%i', 4.9], ['%i', '7px'], ['%f', '1.5x'],
  ['%j', { a: [1] }], ['%o', { a: { b: { c: {} } } }], ['%O', { a: { b: { c: { d: {} } } } }], ['%c', 'css'], ['%%', 1], ['%x', 1], ['100%', 1], ['%s', null], ['%s', undefined],
  ['%s', -0], ['%s', 5n], ['%s', Symbol('s')], ['%s', { a: 1, b: { c: {} } }], ['%s', [1, [2]]], ['%s', () => 1], ['%s', class A {}], ['%s', { toString() { return 'own'; } }],
  ['%s', new (class Foo { toString() { return 'class own'; } })()], ['%s', new Date(0)], ['%d', {}], ['%d', Symbol('x')], ['%j', undefined], [1, 2, '3'], [{ a: 1 }, 'x'], [null, undefined],
  ['a', { b: 'c' }, ['d']], ['%s%', 'x'], ['%', 'x'], ['%s %d %i %f %j %o %O %c %%', 's'],
]) {
  log(JSON.stringify(format(...args)));
}
const circular = {};
circular.me = circular;
log(format('%j', circular), format('%s', circular));
log(JSON.stringify(formatWithOptions({ colors: true }, '%s %O', 'a', { b: 1 })), formatWithOptions({ compact: false }, { a: 1 }));
