// Records what a Node's regular expressions know of Unicode, for the package
// beside it: node record.js properties.bin
//
// Each record is: a letter for its table, the names with commas between, a
// zero byte, the length of the rest as a varint, and the ranges as varints:
// the distance from the end of the one before, and the length. The tables
// are b (binary properties), g (general categories), s (scripts) and x
// (script extensions). Tables u and f pair characters with what they fold to
// without and with the flag u; q has the properties of strings, each string as
// its length and its code points.
'use strict';
const fs = require('fs');

const binary = `ASCII,AHex ASCII_Hex_Digit,Alpha Alphabetic,Any,Assigned,Bidi_C Bidi_Control,Bidi_M Bidi_Mirrored,
CI Case_Ignorable,Cased,CWCF Changes_When_Casefolded,CWCM Changes_When_Casemapped,CWL Changes_When_Lowercased,
CWKCF Changes_When_NFKC_Casefolded,CWT Changes_When_Titlecased,CWU Changes_When_Uppercased,Dash,
DI Default_Ignorable_Code_Point,Dep Deprecated,Dia Diacritic,Emoji,EComp Emoji_Component,EMod Emoji_Modifier,
EBase Emoji_Modifier_Base,EPres Emoji_Presentation,ExtPict Extended_Pictographic,Ext Extender,
Gr_Base Grapheme_Base,Gr_Ext Grapheme_Extend,Hex Hex_Digit,IDSB IDS_Binary_Operator,IDST IDS_Trinary_Operator,
IDC ID_Continue,IDS ID_Start,Ideo Ideographic,Join_C Join_Control,LOE Logical_Order_Exception,Lower Lowercase,
Math,NChar Noncharacter_Code_Point,Pat_Syn Pattern_Syntax,Pat_WS Pattern_White_Space,QMark Quotation_Mark,
Radical,RI Regional_Indicator,STerm Sentence_Terminal,SD Soft_Dotted,Term Terminal_Punctuation,
UIdeo Unified_Ideograph,Upper Uppercase,VS Variation_Selector,space White_Space,XIDC XID_Continue,XIDS XID_Start`
  .replace(/\n/g, '').split(',').map((s) => s.split(' '));

const categories = `LC Cased_Letter,Pe Close_Punctuation,Pc Connector_Punctuation,Cc Control cntrl,Sc Currency_Symbol,
Pd Dash_Punctuation,Nd Decimal_Number digit,Me Enclosing_Mark,Pf Final_Punctuation,Cf Format,Pi Initial_Punctuation,
L Letter,Nl Letter_Number,Zl Line_Separator,Ll Lowercase_Letter,M Mark Combining_Mark,Sm Math_Symbol,Lm Modifier_Letter,
Sk Modifier_Symbol,Mn Nonspacing_Mark,N Number,Ps Open_Punctuation,C Other,Lo Other_Letter,No Other_Number,
Po Other_Punctuation,So Other_Symbol,Zp Paragraph_Separator,Co Private_Use,P Punctuation punct,Z Separator,
Zs Space_Separator,Mc Spacing_Mark,Cs Surrogate,S Symbol,Lt Titlecase_Letter,Cn Unassigned,Lu Uppercase_Letter`
  .replace(/\n/g, '').split(',').map((s) => s.split(' '));

// The long names of scripts; their codes are found by trying.
const scripts = `Adlam Ahom Anatolian_Hieroglyphs Arabic Armenian Avestan Balinese Bamum Bassa_Vah Batak Bengali Beria_Erfe
Bhaiksuki Bopomofo Brahmi Braille Buginese Buhid Canadian_Aboriginal Carian Caucasian_Albanian Chakma Cham Cherokee
Chorasmian Common Coptic Qaac Cuneiform Cypriot Cypro_Minoan Cyrillic Deseret Devanagari Dives_Akuru Dogra Duployan
Egyptian_Hieroglyphs Elbasan Elymaic Ethiopic Garay Georgian Glagolitic Gothic Grantha Greek Gujarati Gunjala_Gondi
Gurmukhi Gurung_Khema Han Hangul Hanifi_Rohingya Hanunoo Hatran Hebrew Hiragana Imperial_Aramaic Inherited Qaai
Inscriptional_Pahlavi Inscriptional_Parthian Javanese Kaithi Kannada Katakana Kawi Kayah_Li Kharoshthi
Khitan_Small_Script Khmer Khojki Khudawadi Kirat_Rai Lao Latin Lepcha Limbu Linear_A Linear_B Lisu Lycian Lydian
Mahajani Makasar Malayalam Mandaic Manichaean Marchen Masaram_Gondi Medefaidrin Meetei_Mayek Mende_Kikakui
Meroitic_Cursive Meroitic_Hieroglyphs Miao Modi Mongolian Mro Multani Myanmar Nabataean Nag_Mundari Nandinagari
New_Tai_Lue Newa Nko Nushu Nyiakeng_Puachue_Hmong Ogham Ol_Chiki Ol_Onal Old_Hungarian Old_Italic Old_North_Arabian
Old_Permic Old_Persian Old_Sogdian Old_South_Arabian Old_Turkic Old_Uyghur Oriya Osage Osmanya Pahawh_Hmong Palmyrene
Pau_Cin_Hau Phags_Pa Phoenician Psalter_Pahlavi Rejang Runic Samaritan Saurashtra Sharada Shavian Siddham Sidetic
SignWriting Sinhala Sogdian Sora_Sompeng Soyombo Sundanese Sunuwar Syloti_Nagri Syriac Tagalog Tagbanwa Tai_Le
Tai_Tham Tai_Viet Tai_Yo Takri Tamil Tangsa Tangut Telugu Thaana Thai Tibetan Tifinagh Tirhuta Todhri Tolong_Siki Toto
Tulu_Tigalari Ugaritic Unknown Vai Vithkuqi Wancho Warang_Citi Yezidi Yi Zanabazar_Square`.split(/\s+/);

const bytes = [];
const varint = (out, n) => {
  for (; n > 127; n >>>= 7) out.push((n & 127) | 128);
  out.push(n);
};
const record = (table, names, payload) => {
  bytes.push(...Buffer.from(table + names.join(',')), 0);
  varint(bytes, payload.length);
  for (const b of payload) bytes.push(b);
};

function valid(source) {
  try { return new RegExp(source, 'u'); } catch { return null; }
}

function ranges(source) {
  const re = valid(`^${source}$`);
  if (!re) throw new Error('not known: ' + source);
  const out = [];
  let from = -1, last = 0;
  for (let c = 0; c <= 0x110000; c++) {
    const has = c < 0x110000 && re.test(String.fromCodePoint(c));
    if (has && from < 0) from = c;
    if (!has && from >= 0) {
      varint(out, from - last);
      varint(out, c - from);
      last = c;
      from = -1;
    }
  }
  return out;
}

for (const names of binary) record('b', names, ranges(`\\p{${names[0]}}`));
for (const names of categories) record('g', names, ranges(`\\p{${names[0]}}`));

const codes = [];
const A = 'abcdefghijklmnopqrstuvwxyz';
for (const a of A) for (const b of A) for (const c of A) for (const d of A) {
  const code = a.toUpperCase() + b + c + d;
  if (valid(`\\p{sc=${code}}`)) codes.push(code);
}
const byRanges = new Map();
for (const name of new Set([...codes, ...scripts.filter((s) => valid(`\\p{sc=${s}}`))])) {
  const payload = ranges(`\\p{sc=${name}}`);
  const key = payload.length ? payload.join() : name;
  if (!byRanges.has(key)) byRanges.set(key, { names: [], payload });
  byRanges.get(key).names.push(name);
}
for (const { names, payload } of byRanges.values()) {
  record('s', names, payload);
  const wide = ranges(`\\p{scx=${names[0]}}`);
  if (wide.join() !== payload.join()) record('x', names, wide);
}

// Without the flag u a unit folds to its upper case, when that is one unit and
// does not become ASCII.
const upper = [];
for (let c = 128, last = 0; c < 0x10000; c++) {
  const up = String.fromCharCode(c).toUpperCase();
  if (up.length !== 1 || up.charCodeAt(0) < 128 || up.charCodeAt(0) === c) continue;
  varint(upper, c - last);
  varint(upper, up.charCodeAt(0));
  last = c;
}
record('u', ['upper'], upper);

// With it, characters that match each other under the flag i are one class;
// each member but the least is paired with the least.
const candidates = [];
for (let c = 0; c < 0x110000; c++) {
  const s = String.fromCodePoint(c);
  if (/^[\p{CWCF}\p{CWCM}]$/u.test(s)) candidates.push(c);
}
const fold = [];
let last = 0;
const seen = new Set();
const text = candidates.map((c) => String.fromCodePoint(c)).join('');
const pairs = new Map();
for (const c of candidates) {
  if (seen.has(c)) continue;
  for (const m of text.matchAll(new RegExp(`\\u{${c.toString(16)}}`, 'iug'))) {
    const d = m[0].codePointAt(0);
    seen.add(d);
    if (d !== c) pairs.set(d, c);
  }
}
for (const [d, c] of [...pairs].sort((a, b) => a[0] - b[0])) {
  varint(fold, d - last);
  varint(fold, c);
  last = d;
}
record('f', ['fold'], fold);

// Properties of strings. They cannot be listed, so the sequences that may be
// in them are tried.
const inSet = (name) => new RegExp(`^\\p{${name}}$`, 'v');
const all = [];
for (let c = 0; c < 0x110000; c++) {
  const s = String.fromCodePoint(c);
  if (/^\p{Emoji}$/u.test(s)) all.push(s);
}
const modifiers = all.filter((s) => /^\p{EMod}$/u.test(s));
const bases = all.filter((s) => /^\p{EBase}$/u.test(s));
const flags = all.filter((s) => /^\p{RI}$/u.test(s));
const basic = [...all, ...all.map((s) => s + '\uFE0F')];
const modified = bases.flatMap((b) => modifiers.map((m) => b + m));
const strings = {
  Basic_Emoji: basic,
  Emoji_Keycap_Sequence: all.map((s) => s + '\uFE0F\u20E3'),
  RGI_Modifier_Sequence: modified,
  RGI_Flag_Sequence: flags.flatMap((a) => flags.map((b) => a + b)),
  RGI_Emoji_Tag_Sequence: ['gbeng', 'gbsct', 'gbwls'].map((tag) => '\u{1F3F4}' +
    [...tag].map((c) => String.fromCodePoint(0xE0000 + c.charCodeAt(0))).join('') + '\u{E007F}'),
};
strings.RGI_Emoji_Modifier_Sequence = strings.RGI_Modifier_Sequence;
strings.RGI_Emoji_Flag_Sequence = strings.RGI_Flag_Sequence;
delete strings.RGI_Modifier_Sequence;
delete strings.RGI_Flag_Sequence;
const zwj = '\u200D', heart = zwj + '\u2764\uFE0F', kiss = heart + zwj + '\u{1F48B}';
const rgi = inSet('RGI_Emoji_ZWJ_Sequence');
const parts = [...basic, ...modified];
const found = new Set();
const attempt = (s) => { if (rgi.test(s)) found.add(s); };
for (const a of parts) for (const b of parts) attempt(a + zwj + b);
const people = parts.filter((s) => /^[\u{1F466}-\u{1F469}\u{1F9D1}\u{1F9D2}]/u.test(s));
for (const a of people) for (const b of people) {
  for (const join of [heart, kiss, zwj + '\u{1F91D}', zwj + '\u{1F430}', zwj + '\u{1FAEF}']) attempt(a + join + zwj + b);
  for (const c of people) {
    attempt(a + zwj + b + zwj + c);
    if (![a, b, c].some((s) => /\p{EMod}/u.test(s))) {
      for (const d of people) attempt(a + zwj + b + zwj + c + zwj + d);
    }
  }
}
for (const s of [...found]) for (const b of ['\u27A1\uFE0F', '\u2640\uFE0F', '\u2642\uFE0F']) attempt(s + zwj + b);
strings.RGI_Emoji_ZWJ_Sequence = [...found];
for (const [name, list] of Object.entries(strings)) {
  const re = inSet(name);
  const payload = [];
  for (const s of list.filter((s) => re.test(s))) {
    const points = [...s].map((c) => c.codePointAt(0));
    varint(payload, points.length);
    for (const p of points) varint(payload, p);
  }
  record('q', [name], payload);
}
const every = inSet('RGI_Emoji');
let count = 0;
for (const list of Object.values(strings)) count += list.filter((s) => every.test(s)).length;
console.log('RGI emoji:', count, 'scripts:', byRanges.size, 'bytes:', bytes.length, process.versions.unicode);
fs.writeFileSync(process.argv[2], Buffer.from(bytes));
