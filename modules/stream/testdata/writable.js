const { Writable, Duplex, Transform, PassThrough } = require('stream');
const log = (...a) => console.log(a.map((x) => x === null ? 'null' : x === undefined ? 'undefined' : String(x)).join(' '));
const stages = [];
stages.push(() => {
  const w = new Writable({ highWaterMark: 4, write(c, e, cb) { log('write', c, e); process.nextTick(cb); } });
  for (const ev of ['drain', 'finish', 'prefinish', 'close', 'error']) w.on(ev, () => log('A', ev, w.writableLength, w.writableNeedDrain));
  log(w.write('ab', () => log('cb1')), w.write('cdef', 'utf8', () => log('cb2')), w.writableLength);
  w.end('zz', () => log('end cb')); log(w.writable, w.writableEnded, w.writableFinished);
});
stages.push(() => {
  const w = new Writable({ write(c, e, cb) { log('B write', c); cb(); }, final(cb) { log('B final'); process.nextTick(cb); } });
  w.on('finish', () => log('B finish')); w.on('close', () => log('B close')); w.on('prefinish', () => log('B prefinish'));
  w.write('1', () => log('B cb')); w.cork(); w.write('2'); w.write('3'); log(w.writableCorked, w.writableLength); w.uncork(); w.end();
  process.nextTick(() => log('B tick')); Promise.resolve().then(() => log('B promise'));
});
stages.push(() => {
  const w = new Writable({ writev(list, cb) { log('C writev', list.map((x) => x.chunk + ':' + x.encoding), list.allBuffers); cb(); } });
  w.write('a'); w.cork(); w.write('b'); w.write('c', 'latin1'); process.nextTick(() => w.uncork()); w.on('finish', () => log('C finish')); setImmediate(() => w.end());
});
stages.push(() => {
  const w = new Writable({ write(c, e, cb) { cb(new Error('fail')); } });
  w.on('error', (e) => log('D error', e.message)); w.on('close', () => log('D close'));
  w.write('x', (e) => log('D cb', e.message)); w.write('y', (e) => log('D cb2', e.message)); w.end((e) => log('D end', e.message));
});
stages.push(() => {
  const w = new Writable({ write(c, e, cb) { cb(); } });
  w.on('error', (e) => log('E', e.code, e.message)); w.end(); log(w.write('late', (e) => log('E cb', e.code)));
  const x = new Writable({ write(c, e, cb) { cb(); } }); x.destroy(); log(x.write('z', (e) => log('F', e.code))); x.on('error', (e) => log('F error', e.code));
  try { x.write(null); } catch (e) { log(e.code, e.message); }
  try { x.write(5); } catch (e) { log(e.code, e.message); }
  try { x.write('a', 'nope'); } catch (e) { log(e.code, e.message); }
});
stages.push(() => {
  const t = new Transform({ transform(c, e, cb) { log('T', c); cb(null, String(c).toUpperCase()); }, flush(cb) { log('flush'); cb(null, '!'); } });
  for (const ev of ['data', 'end', 'finish', 'close']) t.on(ev, (d) => log('T', ev, d));
  t.write('abc'); t.end('def');
});
stages.push(() => {
  const p = new PassThrough({ highWaterMark: 3 });
  log(p.write('ab'), p.write('cd'), p.write('ef'), p.readableLength, p.writableLength);
  p.on('data', (d) => log('P', d)); p.on('drain', () => log('P drain')); p.on('end', () => log('P end')); p.end();
});
stages.push(() => {
  const d = new Duplex({ allowHalfOpen: false, read() { this.push(null); }, write(c, e, cb) { cb(); } });
  for (const ev of ['end', 'finish', 'close']) d.on(ev, () => log('Q', ev)); d.resume();
  log(d instanceof Writable, d instanceof Duplex, Duplex.prototype.write === Writable.prototype.write);
});
stages.push(() => {
  const src = new PassThrough(); const dst = new Writable({ highWaterMark: 2, write(c, e, cb) { log('dst', c); setImmediate(cb); } });
  for (const ev of ['pipe', 'unpipe', 'finish', 'close', 'drain']) dst.on(ev, () => log('dst', ev));
  log(src.pipe(dst) === dst, src.listenerCount('data'), dst.listenerCount('error')); src.write('one'); src.write('two'); src.end('three');
  src.on('end', () => log('src end', src.listenerCount('data')));
});
stages.push(() => {
  const src = new PassThrough(); const dst = new Writable({ write(c, e, cb) { cb(new Error('dst fails')); } });
  dst.on('error', (e) => log('R', e.message, src.readableFlowing)); src.pipe(dst); src.write('x'); src.on('close', () => log('src closes'));
});
stages.push(() => {
  const w = new Writable({ construct(cb) { log('construct'); setImmediate(cb); }, write(c, e, cb) { log('U write', c); cb(); } });
  w.write('early', () => log('U cb')); w.end(() => log('U end')); w.on('close', () => log('U close'));
});
stages.push(() => {
  class My extends Transform { _transform(c, e, cb) { this.push(c); this.push('-'); cb(); } }
  const m = new My(); m.setEncoding('utf8'); let s = ''; m.on('data', (d) => { s += d; }); m.on('end', () => log('V', s)); m.write('1'); m.write('2'); m.end();
  const x = new Writable(); x.on('error', (e) => log('W', e.code)); try { x.write('q'); } catch (e) { log('W throws', e.code); }
  const two = new Writable({ write(c, e, cb) { cb(); cb(); } }); two.on('error', (e) => log('X', e.code)); two.write('a');
});
function next() { const s = stages.shift(); if (s) { log('--'); s(); let k = 6; const hop = () => (k-- ? setImmediate(hop) : next()); hop(); } }
next();
