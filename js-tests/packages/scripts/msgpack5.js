'use strict';
const msgpack = require('msgpack5')();

class Point { constructor(x, y) { this.x = x; this.y = y; } }
msgpack.register(0x42, Point, (p) => { const b = Buffer.alloc(8); b.writeInt32BE(p.x, 0); b.writeInt32BE(p.y, 4); return b; },
  (b) => new Point(b.readInt32BE(0), b.readInt32BE(4)));
const values = [1, -1, 1e9, 1.5, 'text', 'ž'.repeat(300), true, [1, [2, { a: 'b' }]], { deep: { er: [Buffer.from('bytes')] } }, new Point(-3, 4), Array.from({ length: 70 }, (_, i) => i)];
for (const v of values) console.log(msgpack.encode(v).toString('hex').slice(0, 80));

const encoder = msgpack.encoder();
const decoder = msgpack.decoder();
let n = 0;
decoder.on('data', (v) => console.log(n++, v)).on('end', () => console.log('end'));
// In pieces of one byte, so that every value arrives incomplete.
encoder.on('data', (c) => { const all = c.slice(); for (let i = 0; i < all.length; i++) decoder.write(all.slice(i, i + 1)); }).on('end', () => decoder.end());
for (const v of values) encoder.write(v);
encoder.end();
