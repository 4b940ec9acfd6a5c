// console.table draws arrays, objects, maps and sets, and prints what is no
// table.
// Expect-Stdout-File: table.golden
'use strict';

require('../common');

console.table([[1, 2], [3, 4]]);
console.table([{ a: 1, b: 'x' }, { a: 2, c: true }]);
console.table([{ a: 1, b: 2 }], ['b']);
console.table([{ a: 1, b: 2 }], ['c']);
console.table([{ a: 1 }], []);
console.table([1, 'a', [1], { x: 2 }]);
console.table({ x: { y: 1 }, z: 3 });
console.table(new Map([['k', 1], [{ o: 1 }, [2]]]));
console.table(new Map([['k', 1]]).entries());
console.table(new Set([1, 'two']));
console.table(new Set([1]).values());
console.table(new Uint8Array([1, 2]));
console.table([{ wide: '\u5b57\u5b57', nested: { a: { b: 1 } } }]);
console.table([]);
console.table({});
console.table(5);
console.table('text');
console.table(null);
console.table(undefined);
console.table([undefined, null, Symbol('s'), () => {}]);
console.group();
console.table([[1]]);
console.groupEnd();
try {
  console.table([1], 'a');
} catch (err) {
  console.log(err.name, err.code, err.message);
}
console.table({ a: 1, b: 2 }, ['a']);
console.table([{}, {}], ['__proto__', 'toString']);
console.table(() => {});
