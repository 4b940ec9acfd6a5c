// The class TextDecoder, its encodings and labels, fatal, ignoreBOM, pieces, bad arguments.
// Expect-Stdout-File: text-decoder.golden
// Needs-Node: 24
'use strict';

const { inspect } = require('util');
const { transcript } = require('../common');

const log = transcript();
const show = (text) => JSON.stringify(text).replace(/[^ -~]/g, (c) => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'));

function attempt(name, fn) {
  try {
    log(name, fn());
  } catch (err) {
    log(name, err.name, err.code, err.message);
  }
}

for (const label of ['utf8', 'UTF-8', ' utf-8\t', 'unicode-1-1-utf-8', 'utf-16', 'ucs-2', 'utf-16be', 'ascii', 'latin1', 'iso-8859-2', 'koi8-r', 'windows-1251',
                     'macintosh', 'x-user-defined', 'iso-8859-8-i', 'gbk', 'gb2312', 'gb18030', 'big5', 'euc-jp', 'shift_jis', 'sjis', 'iso-2022-jp', 'euc-kr',
                     'replacement', 'utf-7', 'utf-8\u00a0', '', 'none']) {
  attempt(show(label), () => new TextDecoder(label).encoding);
}
const bytes = [0x41, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x41, 0xed, 0xa0, 0x80, 0xc0, 0xff, 0xe2, 0x82];
for (const label of ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'koi8-u']) {
  attempt(label, () => show(new TextDecoder(label).decode(new Uint8Array(bytes))));
  attempt(label + ' fatal', () => show(new TextDecoder(label, { fatal: true }).decode(new Uint8Array(bytes))));
}
for (const [label, ...list] of [['gbk', 0xc4, 0xe3], ['big5', 0xa4, 0xa4], ['shift_jis', 0x82, 0xa0], ['euc-jp', 0xa4, 0xa2], ['euc-kr', 0xb0, 0xa1],
                                ['iso-2022-jp', 0x1b, 0x24, 0x42, 0x24, 0x22, 0x1b, 0x28, 0x42, 0x41], ['gb18030', 0x84, 0x31, 0x95, 0x33]]) {
  attempt(label, () => show(new TextDecoder(label).decode(new Uint8Array(list))));
  const decoder = new TextDecoder(label);
  const pieces = list.map((b) => decoder.decode(new Uint8Array([b]), { stream: true }));
  attempt(label + ' in pieces', () => show(pieces.join('|') + decoder.decode()));
}
const mark = new Uint8Array([0xef, 0xbb, 0xbf, 0x41]);
for (const ignoreBOM of [false, true]) {
  const decoder = new TextDecoder('utf-8', { ignoreBOM });
  log('mark', ignoreBOM, show(decoder.decode(mark)), show(decoder.decode(mark.subarray(0, 2), { stream: true }) + decoder.decode(mark.subarray(2))));
}
log(show(new TextDecoder('utf-16le').decode(new Uint8Array([0xff, 0xfe, 0x41, 0]))), show(new TextDecoder('utf-16be').decode(new Uint8Array([0xfe, 0xff, 0, 0x41]))));
const fatal = new TextDecoder('utf-8', { fatal: true });
attempt('half', () => show(fatal.decode(new Uint8Array([0xe2]), { stream: true })));
attempt('not its other half', () => fatal.decode(new Uint8Array([0x41]), { stream: true }));
attempt('starts anew', () => fatal.decode(new Uint8Array([0x42])));
const buffer = new Uint8Array([0x61, 0x62, 0x63]);
for (const [name, value] of Object.entries({
  nothing: undefined, buffer: buffer.buffer, part: buffer.subarray(1), view: new DataView(buffer.buffer, 2), words: new Uint16Array([0x4241]),
  string: 'abc', number: 1, null: null, object: {}, array: [1],
})) {
  attempt(name, () => show(new TextDecoder().decode(value)));
  attempt(name + ' latin1', () => show(new TextDecoder('latin1').decode(value)));
}
attempt('options', () => new TextDecoder('utf-8', 1));
attempt('null options', () => new TextDecoder('utf-8', null).fatal);
attempt('decode options', () => new TextDecoder().decode(buffer, 1));
attempt('this', () => TextDecoder.prototype.decode.call({}));
attempt('getter', () => TextDecoder.prototype.encoding);
class Mine extends TextDecoder {}
log(inspect(new TextDecoder('latin1', { fatal: true })), inspect(new Mine()), inspect({ a: { b: new TextDecoder() } }), String(new TextDecoder()));
log(inspect({ a: new TextDecoder() }, { depth: 0 }));
