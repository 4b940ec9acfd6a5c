'use strict';
const pump = require('pump');
const { Readable, Transform, Writable, PassThrough } = require('stream');

const source = (n) => { let i = 0; return new Readable({ read() { this.push(i < n ? `${i++},` : null); } }); };
let got = '';
const sink = () => new Writable({ write(c, e, cb) { got += c; setImmediate(cb); } });
pump(source(50), new PassThrough(), sink(), (err) => {
  console.log('done', err, got.length);
  const a = source(1e9);
  const bad = new Transform({ transform(c, e, cb) { cb(new Error('broken')); } });
  const z = sink();
  pump(a, bad, z, (err) => {
    console.log('failed', err.message, a.destroyed, bad.destroyed, z.destroyed);
    const r = source(1e9);
    const w = sink();
    pump(r, w, (err) => console.log('closed', err && err.message, r.destroyed));
    setImmediate(() => w.destroy());
  });
});
