import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as through2 from 'through2-5';

console.log(Object.keys(through2).sort().join(' '));
const { transform, objectTransform } = through2;
const collect = async (stream) => { const out = []; for await (const o of stream) out.push(o); return out; };

console.log(String(Buffer.concat(await collect(Readable.from(['a', 'b']).pipe(transform((chunk, enc, cb) => cb(null, `<${chunk}>`)))))));
console.log(await collect(Readable.from([1, 2, 3]).pipe(objectTransform(async (n) => n * 10))));
console.log(await collect(Readable.from([1, 2, 3, 4]).pipe(objectTransform(async function* (source) {
  let sum = 0;
  for await (const n of source) {
    if (n % 2) yield { odd: n };
    sum += n;
  }
  yield { sum };
}))));
try {
  await pipeline(Readable.from([1]), objectTransform(async function* () { throw new Error('from the generator'); }), new PassThrough({ objectMode: true }));
} catch (err) {
  console.log(err.message);
}
