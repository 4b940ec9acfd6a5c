'use strict';
const { parse } = require('csv-parse');
const { parse: parseSync } = require('csv-parse/sync');
const { Readable } = require('stream');

const csv = 'id;name;note\n' + Array.from({ length: 300 }, (_, i) => `${i};"name ${i}";"line\n""two"" ž${i}"`).join('\n') + '\n';
const bytes = Buffer.from(csv);
const pieces = [];
for (let i = 0; i < bytes.length; i += 13) pieces.push(bytes.subarray(i, i + 13));
let n = 0;
let length = 0;
Readable.from(pieces, { objectMode: false }).pipe(parse({ delimiter: ';', columns: true, cast: (v, c) => c.column === 'id' && !c.header ? Number(v) : v }))
  .on('data', (r) => { n++; length += r.note.length; if (r.id === 150) console.log(r); })
  .on('end', () => console.log('records', n, length));

const p = parse({ delimiter: ',' });
p.on('readable', () => { let r; while ((r = p.read()) !== null) console.log(r); }).on('end', () => console.log('end')).on('error', (e) => console.log(e.code, e.message));
p.write('a,b\n"c');
p.write(' d",e\n');
p.end();
parse('a,b\n1,2,3\n').on('error', (e) => console.log(e.code, e.message));
parse('x y\n', { delimiter: ' ' }, (err, rows) => console.log(err, rows));
console.log(parseSync('k,v\nq,w\n', { columns: true }));
