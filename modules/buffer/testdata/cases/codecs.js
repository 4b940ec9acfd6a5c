// Strings to bytes and back in every encoding, with everything that is
// malformed.
const encodings = ['utf8', 'utf16le', 'latin1', 'ascii', 'base64', 'base64url', 'hex'];
const strings = [
  '', 'a', 'abc', 'hello world, this is longer than sixteen', '\u0000', '\u007f', '\u0080', '\u00ff', '\u0100', '\u07ff', '\u0800', '\uffff',
  '\ud7ff', '\ue000', '\ufeffbom', '\u{1f600}', '\udbff\udfff', 'a\u{1f600}b', '\ud800', '\udc00', 'a\ud800', '\ud800b', 'a\udc00b', '\udc00\ud800',
  '\ud800\ud800\udc00', 'x'.repeat(300), 'é'.repeat(300), '€'.repeat(100), '\u{1f600}'.repeat(100), 'aé€\u{1f600}'.repeat(40),
  'YQ==YQ==', 'YQ=', 'YQ', 'Y', 'YWI', 'YWI=YWI', 'Y W I=', '=YWI', 'YWJ=j', 'YW-_', 'YW+/', 'YQ==\n\n', 'Y=Q=', '====', 'YWIé', 'éYWI',
  'YW\u0141I', 'YWJj=', 'YWJjZA=A', 'YWJjZ', 'YR==', '\u{1f600}YWI', 'YWJjYWJj*YWJj', 'YW Jj', '  YWJj', 'YWJj====YWJj', 'YWJjZA==ZZ',
  'YWJjZGU=ZZZZ', 'ab\0cd', 'YWJj,,', 'YQ==,', 'YQ,==', 'A'.repeat(77) + '\r\n' + 'B'.repeat(51), 'QUJD'.repeat(50) + '-_' + 'QUJD'.repeat(9),
  'ab', 'zz', 'abzz', 'abxxcd', 'ABcD', 'ab cd', 'abé', '\u0161ab', 'ab\u0161', '\u0130\u0131', '6\u0136', 'abc\u{1f600}', '0123456789abcdefABCDEF',
];
for (const enc of encodings) {
  for (const s of strings) {
    const name = `${enc} ${s.length > 60 ? `${show(s.slice(0, 8))}*${s.length}` : show(s)}`;
    check(`${name} from`, () => [Buffer.from(s, enc), Buffer.byteLength(s, enc)]);
    for (const size of [0, 1, 2, 3, 5, 8]) {
      check(`${name} write ${size}`, () => {
        const b = Buffer.alloc(size);
        return [b.write(s, enc), b];
      });
    }
  }
}

// Every start of a multi-byte sequence, cut and continued wrongly.
const tails = [[], [0x41], [0x80], [0xbf, 0x41], [0x80, 0x80], [0x9f, 0x80], [0xa0, 0x80], [0x8f, 0x80, 0x80], [0x90, 0x80, 0x80], [0x80, 0x80, 0x80, 0x80], [0xc3], [0xff, 0x41]];
for (const lead of [0x41, 0x80, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xf8, 0xff]) {
  for (const tail of tails) {
    const b = Buffer.from([lead, ...tail]);
    check(`toString ${b.toString('hex')}`, () => [b.toString(), Buffer.concat([Buffer.from('a'), b, Buffer.from('z')]).toString()]);
  }
}
const all = Buffer.from(Array.from({ length: 256 }, (_, i) => i));
for (const enc of encodings) {
  check(`all bytes ${enc}`, () => all.toString(enc));
  for (let n = 0; n < 9; n++) check(`${n} bytes ${enc}`, () => Buffer.from([0xff, 0xfe, 0x61, 0, 0xd8, 0x3d, 0xd8, 0, 0xde].slice(0, n)).toString(enc));
}
