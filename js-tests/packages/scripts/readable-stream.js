'use strict';
const theirs = require('readable-stream');
const ours = require('stream');

function chunks(lib, n) { let i = 0; return new lib.Readable({ highWaterMark: 64, read() { this.push(i < n ? Buffer.alloc(50, 65 + i++ % 26) : null); } }); }
function slow(lib, log) { return new lib.Writable({ highWaterMark: 100, write(c, e, cb) { log.n += c.length; setImmediate(cb); } }); }
async function run(name, a, b, c) {
  const log = { n: 0 };
  const w = slow(c, log);
  const events = [];
  const t = new b.Transform({ transform(chunk, e, cb) { cb(null, chunk.toString().toLowerCase()); } });
  for (const s of [t, w]) for (const e of ['pipe', 'unpipe', 'finish', 'end', 'close']) s.on(e, () => events.push(e));
  chunks(a, 100).pipe(t).pipe(w);
  await new Promise((resolve) => w.on('close', resolve));
  console.log(name, log.n, events.join());
}
(async () => {
  await run('theirs to ours', theirs, ours, ours);
  await run('ours to theirs', ours, theirs, theirs);
  await run('mixed', ours, theirs, ours);
  await run('theirs', theirs, theirs, theirs);
  for (const [name, lib, streams] of [['pipeline ours', ours, theirs], ['pipeline theirs', theirs, ours]]) {
    const log = { n: 0 };
    await new Promise((resolve) => lib.pipeline(chunks(streams, 20), new streams.PassThrough(), slow(ours, log), (err) => { console.log(name, err, log.n); resolve(); }));
  }
  const bad = new theirs.Transform({ transform(c, e, cb) { cb(new Error('theirs')); } });
  await new Promise((resolve) => ours.pipeline(chunks(ours, 3), bad, slow(theirs, {}), (err) => { console.log('error', err.message); resolve(); }));
  console.log(new theirs.Readable() instanceof ours.Readable, new ours.Duplex() instanceof theirs.Writable, new ours.Readable() instanceof theirs.Stream);
  const wrapped = new ours.Readable().wrap(chunks(theirs, 2));
  wrapped.on('data', (c) => console.log('wrapped', c.length)).on('end', () => console.log('wrapped end'));
})();
