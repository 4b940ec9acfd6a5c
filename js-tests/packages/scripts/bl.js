'use strict';
const { BufferList, BufferListStream } = require('bl');
const { Readable } = require('stream');

const b = new BufferList();
b.append(Buffer.from('abcd')).append('efg').append([Buffer.from('hi'), Buffer.from('j')]).append(new BufferList(Buffer.from([1, 2, 3, 4, 5, 6, 7, 8])));
console.log(b.length, b.slice(0, 10).toString('ascii'), b.slice(3, 6).toString(), b.readUInt32BE(10), b.readDoubleLE(10), b.indexOf('fgh'), b.get(4));
b.consume(5);
console.log(b.length, b.toString('utf8', 0, 5), b.shallowSlice(1, 3).toString());
const target = Buffer.alloc(4);
b.copy(target, 1, 0, 3);
console.log(target);

const collected = new BufferListStream((err, data) => console.log('collected', err, data.toString()));
Readable.from([Buffer.from('one '), Buffer.from('two')]).pipe(collected);
const through = new BufferListStream();
through.on('data', (c) => console.log('through', c.toString())).on('end', () => console.log('end'));
through.write('written');
through.end(' ended');
Readable.from(['x'], { objectMode: false }).on('error', () => {}).pipe(new BufferListStream((err, data) => console.log(err, data)));
