'use strict';
const { chain } = require('stream-chain');
const { parser } = require('stream-json');
const { pick } = require('stream-json/filters/Pick');
const { ignore } = require('stream-json/filters/Ignore');
const { streamArray } = require('stream-json/streamers/StreamArray');
const { streamValues } = require('stream-json/streamers/StreamValues');
const Assembler = require('stream-json/Assembler');
const { Readable } = require('stream');

const doc = { meta: { total: 200, note: 'ěščřž "quoted" \\ \u2028' }, rows: Array.from({ length: 200 }, (_, id) => ({ id, v: id / 3, tags: ['a', null, true], secret: { x: 1 } })) };
const bytes = Buffer.from(JSON.stringify(doc));
const pieces = (n) => { const list = []; for (let i = 0; i < bytes.length; i += n) list.push(bytes.subarray(i, i + n)); return Readable.from(list, { objectMode: false }); };

let count = 0;
let sum = 0;
chain([pieces(37), parser(), pick({ filter: 'rows' }), ignore({ filter: /\bsecret\b/ }), streamArray()])
  .on('data', ({ key, value }) => { count++; sum += value.v; if (key === 7) console.log(JSON.stringify(value)); })
  .on('end', () => console.log(count, sum.toFixed(6)));
const p = parser();
Assembler.connectTo(p).on('done', (asm) => console.log('same', JSON.stringify(asm.current) === bytes.toString()));
pieces(11).pipe(p);
chain([Readable.from(['1 "two" {"three":3}']), parser({ jsonStreaming: true }), streamValues()]).on('data', (d) => console.log(JSON.stringify(d)));
chain([Readable.from(['{"a": tru']), parser()]).on('error', (e) => console.log('error', e.message)).on('data', () => {});
