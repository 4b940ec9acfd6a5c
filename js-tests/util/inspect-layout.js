// Line breaks, grouping of long arrays, depth, truncation and options.
// Expect-Stdout-File: inspect-layout.golden
'use strict';

const { inspect } = require('util');
const { transcript } = require('../common');

const log = transcript();
const numbers = Array.from({ length: 120 }, (_, i) => i * 7);

log(inspect(numbers));
log(inspect(Array.from({ length: 30 }, (_, i) => 'item ' + 'x'.repeat(i % 9))));
log(inspect({ first: 'a'.repeat(30), second: 'b'.repeat(30), third: 'c'.repeat(30) }));
log(inspect({ a: 1, b: { c: [1, 2, { d: { e: 1 } }] } }, { depth: 0 }));
log(inspect({ a: { b: { c: { d: { e: 1 } } } } }, { depth: null }));
log(inspect({ a: { b: 1 }, list: [{ c: 2 }] }, { compact: false }));
log(inspect({ a: { b: 1 }, list: [{ c: 2 }] }, { breakLength: 10 }));
log(inspect('x'.repeat(200), { maxStringLength: 10 }), inspect([1, 2, 3, 4], { maxArrayLength: 2 }), inspect(new Set([1, 2, 3]), { maxArrayLength: 1 }));
log(inspect({ b: 1, a: 2 }, { sorted: true }), inspect({ n: 1234567.5 }, { numericSeparator: true }));
log(inspect({ s: 'text', n: 1, u: undefined, z: null, f() {}, d: new Date(0), y: Symbol('y'), r: /r/, b: true }, { colors: true }));
log(inspect({ hidden: 1 }, { showHidden: true }), inspect([1], { showHidden: true }));
log(inspect({ get a() { return { x: 1 }; } }, { getters: true }));
log(inspect(new Map([[{ k: 1 }, 'a'.repeat(40)], ['b', 'c'.repeat(40)]])));
log(inspect({ text: 'line one\nline two\nline three that is rather long, so that the object must break' }));
log(inspect({ [inspect.custom](depth, options, fn) { return `custom ${depth} ${typeof options.stylize} ${fn === inspect}`; } }));
log(inspect({ nested: { [inspect.custom]() { return { replaced: true }; } } }));
