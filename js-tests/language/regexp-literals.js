// Literals whose flags and syntax came late to the language.
// Expect-Stdout-File: regexp-literals.golden
// Needs-Node: 24
'use strict';

const P = console.log;
const make = () => /(?i:b)c/g;
P(/[[a-z]--[aeiou]]/v.test('e'), /[[a-z]--[aeiou]]/v.test('f'), /(?i:x)y/.exec('Xy').index, /a/dgimsy.flags);
P(/(?<y>\d{4})|(?<y>x)/d.exec('in 2024').indices.groups.y, /[\p{L}--\p{Lu}]/v.source, /^\p{RGI_Emoji}$/v.test('👍🏽'));
P(make() !== make(), 'aBc'.replace(make(), '_'), make().constructor === RegExp, Object.getPrototypeOf(make()) === RegExp.prototype);
P(`${/(?<=a)(?-i:b)/i}`, [/(?s:.)/v.exec('\n')[0]], structuredClone(/[a--b]/v).unicodeSets);
