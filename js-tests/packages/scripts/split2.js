'use strict';
const split = require('split2');
const { Readable, PassThrough, pipeline } = require('stream');

const text = Array.from({ length: 500 }, (_, i) => JSON.stringify({ i, text: 'žluťoučký kůň '.repeat(i % 5) })).join('\n');
const bytes = Buffer.from(text);
const pieces = [];
for (let at = 0, n = 1; at < bytes.length; at += n, n = (n * 7) % 97 + 1) pieces.push(bytes.subarray(at, at + n));
let sum = 0;
pipeline(Readable.from(pieces, { objectMode: false }), split(JSON.parse), new PassThrough({ objectMode: true }).on('data', (o) => { sum += o.i + o.text.length; }), (err) => {
  console.log('parsed', err, sum);
  const lines = split(/\r?\n/, { maxLength: 8 });
  lines.on('data', (l) => console.log('line', l)).on('error', (e) => console.log('error', e.message)).on('end', () => console.log('end'));
  lines.write('a\r\nbb\nc');
  lines.write('d\n\nmuch too long a line');
});
