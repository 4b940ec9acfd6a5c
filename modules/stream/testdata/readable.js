const { Readable } = require('stream');
const log = (...a) => console.log(a.map((x) => x === null ? 'null' : x === undefined ? 'undefined' : String(x)).join(' '));
function state(r) { return [r.readableFlowing, r.readableLength, r.readableEnded, r.destroyed, r._readableState.ended].map(String).join(','); }
{
  let n = 0;
  const r = new Readable({ read(size) { log('read', size); n++; if (n < 4) this.push('chunk' + n); else this.push(null); }, highWaterMark: 8 });
  log(state(r));
  for (const ev of ['data', 'end', 'close', 'pause', 'resume', 'readable', 'error']) if (ev !== 'readable') r.on(ev, (x) => log('A', ev, ev === 'data' ? x : '', state(r)));
  process.nextTick(() => log('tick'));
  Promise.resolve().then(() => log('promise'));
}
setImmediate(() => {
  const r = new Readable({ read() {} });
  r.on('readable', () => { let c; log('B readable', r.readableLength); while ((c = r.read(3)) !== null) log('B got', c); });
  r.on('end', () => log('B end')); r.on('close', () => log('B close'));
  r.push('abcdefgh'); r.push('ij'); r.push(null);
  log('B', state(r));
});
setImmediate(() => setImmediate(() => {
  const r = new Readable({ read() {}, encoding: 'utf8' });
  r.on('data', (d) => log('C', d, typeof d));
  const b = Buffer.from('héé€');
  r.push(b.subarray(0, 2)); r.push(b.subarray(2, 6)); r.push(b.subarray(6)); r.push(null);
  r.on('end', () => log('C end'));
}));
setImmediate(() => setImmediate(() => setImmediate(() => {
  const r = new Readable({ read() {} });
  r.on('error', (e) => log('D', e.code, e.message)); r.on('close', () => log('D close'));
  r.push(null); log(r.push('x'));
  const o = new Readable({ objectMode: true, read() {} }); o.on('data', (d) => log('E', JSON.stringify(d))); o.push({ a: 1 }); o.push(undefined); o.push(''); o.push(null); o.on('end', () => log('E end'));
  const u = new Readable({ read() {} }); u.push('world'); u.unshift('hello '); log('F', u.read(), u.read());
  const g = new Readable(); g.on('error', (e) => log('G', e.code, e.message)); g.read();
  const d = new Readable({ read() {}, destroy(err, cb) { log('H destroy', err && err.message); cb(err); } });
  d.on('error', (e) => log('H error', e.message)); d.on('close', () => log('H close')); d.destroy(new Error('bye')); log('H', d.destroyed, d.closed, d.errored.message);
})));
setImmediate(() => setImmediate(() => setImmediate(() => setImmediate(() => {
  const r = new Readable({ read() {} });
  r.on('data', (d) => { log('I', d); r.pause(); process.nextTick(() => { log('I tick', r.isPaused()); r.resume(); }); });
  r.on('end', () => log('I end'));
  r.push('1'); r.push('2'); r.push('3'); r.push(null);
  const k = new Readable({ read() { this.push('k'); this.push(null); } });
  k.setEncoding('hex'); k.on('data', (d) => log('K', d)); k.once('end', () => log('K end', k.readable));
  const n = new Readable({ read() {} }); n.on('readable', () => {}); n.on('data', () => log('N data')); log('N', n.readableFlowing); n.resume(); log('N', n.readableFlowing);
}))));
