'use strict';
const through2 = require('through2');
const { Readable } = require('stream');

const upper = through2(function (chunk, enc, cb) {
  this.push(`[${enc}]`);
  cb(null, chunk.toString().toUpperCase());
}, function (cb) { this.push('!'); cb(); });
upper.setEncoding('utf8');
upper.on('data', (d) => console.log(d)).on('end', () => console.log('end')).on('close', () => console.log('close'));
Readable.from(['one', 'two', 'three']).pipe(upper);

const Twice = through2.ctor({ objectMode: true, highWaterMark: 2 }, function (o, enc, cb) { this.push(o); cb(null, { twice: o.n * 2, hwm: this.options.highWaterMark }); });
const seen = [];
const t = new Twice();
t.on('data', (o) => seen.push(JSON.stringify(o))).on('end', () => console.log(seen.join(' ')));
for (let n = 0; n < 10; n++) t.write({ n });
t.end();

through2.obj((o, enc, cb) => cb(new Error('no'))).on('error', (e) => console.log('error', e.message)).on('close', () => console.log('closed')).write({});
