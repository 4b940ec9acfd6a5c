'use strict';
const duplexify = require('duplexify');
const { PassThrough, Readable, Writable } = require('stream');

const d = duplexify();
d.write('early ');
d.on('data', (c) => console.log('data', String(c))).on('end', () => console.log('end')).on('finish', () => console.log('finish')).on('close', () => console.log('close'));
setImmediate(() => {
  const p = new PassThrough();
  d.setWritable(p);
  d.setReadable(p);
  d.write('late');
  d.end();
});

const o = duplexify.obj(new Writable({ objectMode: true, write(v, e, cb) { console.log('obj', v); cb(); } }), Readable.from([{ a: 1 }, { b: 2 }]));
o.on('data', (v) => console.log('out', v)).on('prefinish', () => console.log('prefinish'));
o.cork();
o.write({ x: 1 });
o.end({ y: 2 });
setImmediate(() => o.uncork());

const broken = duplexify(new PassThrough(), new PassThrough());
broken.on('error', (e) => console.log('error', e.message)).on('close', () => console.log('broken closed'));
broken.destroy(new Error('stop'));
