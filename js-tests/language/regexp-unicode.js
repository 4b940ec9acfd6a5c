// Properties, case and code points under the flags u and v; indices; modifiers.
// Expect-Stdout-File: regexp-unicode.golden
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
const re = (source, flags) => new RegExp(source, flags);
P(/\p{L}/u.test('a'), /\P{L}/u.test('1'), /^\p{Lu}\p{Ll}+$/u.test('Ärger'), /\p{Script=Greek}/u.exec('abγ').index, /\p{scx=Deva}/u.test('\u0964'));
P('aé日1'.replace(/\p{L}/gu, 'L'), 'x😀y'.match(/./gu).length, /^.$/.test('😀'), /^.$/u.test('😀'));
P(/\u212a/i.test('k'), /\u212a/iu.test('k'), /[^x]/i.test('X'), /\w/iu.test('\u017f'), /\W/iu.test('S'), /ß/i.test('ẞ'), /ß/iu.test('ẞ'), /ΑΣ/i.test('ας'));
P(re('[\\p{L}--[a-z]]', 'v').exec('abcD').index, re('[\\w&&\\d]+', 'v').exec('ab12')[0], re('^\\p{RGI_Emoji}$', 'v').test('👨‍👩‍👧‍👦'), re('[\\q{abc|d}x]', 'v').exec('zabc')[0]);
P(re('\\P{Lu}', 'iu').test('A'), re('\\P{Lu}', 'iv').test('A'), re('[^\\P{Lu}]', 'iv').test('a'));
P(JSON.stringify(re('(?<y>\\d{4})-(?<m>\\d\\d)', 'd').exec('on 2024-05').indices.groups));
P(re('(?i:a)b', '').test('Ab'), re('(?i:a)b', '').test('AB'), re('a(?-i:b)', 'i').test('AB'), re('(?s:.)', '').test('\n'), re('(?m:^b)', '').test('a\nb'));
P(re('(?<n>a)|(?<n>b)', '').exec('b').groups.n, 'b'.replace(re('(?<n>a)|(?<n>b)', ''), '[$<n>]'));
P(/(?<=\$)\d+/.exec('a$42')[0], /(?<!\$)\b\d+/.exec('$1 22')[0], /(?<=(\d+)(\d+))$/.exec('1053').slice(1), /(?:(a)|b)*/.exec('ab').slice(1));
P(/\p{L}/u.source, /\p{L}/u.flags, String(re('/', 'v')), RegExp.escape('1.+é'), 'a-b'.match('\\p'), '\u{61}'.search('a'));
