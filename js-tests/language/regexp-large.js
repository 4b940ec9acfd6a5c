// Long texts: nothing is given up silently, and look-arounds are exact.
// Expect-Stdout-File: regexp-large.golden
// Needs-Node: 24
'use strict';

const T = (f) => {
  try {
    const r = f();
    return typeof r === 'object' ? JSON.stringify(r) : String(r);
  } catch (e) {
    return e.name + ': ' + e.message;
  }
};
const P = console.log;
P(/^(?:[^"\\]|\\.)*"(?!z)/.test('a'.repeat(1 << 18) + '"'));
P(/^(?:(a)|(b)|(cd))*(?!z)/.exec('ab'.repeat(1 << 17)).slice(1));
P(/^(?:a|b)*$(?!z)/.test('ab'.repeat(1 << 17)), /(?<=^(?:ab)*)c/.exec('ab'.repeat(1 << 15) + 'c').index);
P(/<(\w+)>(?:(?!<\/\1>).)*<\/\1>/s.test('<a>' + 'x'.repeat(1 << 17) + '</a>'));
