'use strict';
const concat = require('concat-stream');
const { Readable } = require('stream');

Readable.from([Buffer.from('a'), Buffer.from('bc')]).pipe(concat((v) => console.log('buffer', v)));
Readable.from(['x', 'y']).pipe(concat({ encoding: 'string' }, (v) => console.log('string', v)));
Readable.from([{ a: 1 }, { b: 2 }]).pipe(concat({ encoding: 'object' }, (v) => console.log('objects', v)));
const arrays = concat((v) => console.log('array', v));
arrays.write([1, 2]);
arrays.write([3]);
arrays.end();
const bytes = concat({ encoding: 'uint8array' }, (v) => console.log('bytes', v.constructor.name, v.length));
for (let i = 0; i < 1000; i++) bytes.write(new Uint8Array(i % 7));
bytes.end();
concat((v) => console.log('nothing', v)).end();
