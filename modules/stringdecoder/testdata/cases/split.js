// Pieces of bytes, well formed and not, through decoders of every encoding:
// what each write gives and what the state shows after it.
const { StringDecoder } = require('string_decoder');

let seed = 12345;
function random(n) {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
  return (seed >>> 8) % n;
}

// Mostly bytes that matter in UTF-8 or UTF-16.
const interesting = [0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc2, 0xc3, 0xdf, 0xe0, 0xe2, 0xed, 0xef, 0xf0, 0xf3, 0xf4, 0xf5, 0xff, 0xd8, 0xdb, 0xdc, 0xdf, 0x00];
const characters = ['a', '\u00e9', '\u20ac', '\u{1f600}', '\u07ff', '\ud7ff', '\ufffd', 'xyz'];

function bytes(wellFormed, encoding) {
  let text = '';
  const out = [];
  const n = 1 + random(9);
  for (let i = 0; i < n; i++) {
    text += characters[random(characters.length)];
    out.push(random(4) === 0 ? random(256) : interesting[random(interesting.length)]);
  }
  return wellFormed ? Buffer.from(text, encoding === 'utf16le' ? encoding : 'utf8') : Buffer.from(out);
}

function state(d) {
  return [d.lastNeed, d.lastTotal, d.lastTotal > 0 ? d.lastChar.toString('hex').slice(0, 2 * (d.lastTotal - d.lastNeed)) : ''];
}

for (const encoding of ['utf8', 'utf16le', 'base64', 'base64url', 'latin1', 'ascii', 'hex']) {
  const rounds = encoding === 'utf8' || encoding === 'utf16le' ? 300 : 40;
  for (let round = 0; round < rounds; round++) {
    const data = bytes(round % 2 === 0, encoding);
    const pieces = [];
    for (let at = 0; at < data.length;) {
      const end = Math.min(data.length, at + random(5));
      pieces.push(data.subarray(at, end));
      at = end;
    }
    const last = random(3) === 0 ? pieces.pop() : undefined;
    const name = `${encoding} ${pieces.map((p) => p.toString('hex')).join('|')}|${last ? last.toString('hex') : ''} ${round}`;
    check(name, () => {
      const d = new StringDecoder(encoding);
      const out = pieces.map((p) => [d.write(p), ...state(d)]);
      out.push(d.end(last), state(d));
      return out;
    });
  }
}
