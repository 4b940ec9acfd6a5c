// Encodings in object mode, the order of event names, once('readable') beside a
// pipe, and a Transform that ends itself.
// Expect-Stdout-File: edges.golden
// Needs-Node: 24
'use strict';

const { Duplex, Readable, Transform, Writable } = require('stream');
const common = require('../common');

const log = common.transcript();
const objects = () => new Writable({ objectMode: true, write(chunk, encoding, cb) { log(typeof chunk, encoding); cb(); } });
for (const chunk of ['text', Buffer.from('b'), {}]) objects().write(chunk);
objects().write('x', 'nope');

for (const stream of [new Writable(), new Duplex(), new Duplex({ writable: false }), new Duplex({ readable: false })]) {
  log(stream._writableState.writable, stream._readableState?.readable);
}
for (const value of [{}, [], 5, null, Symbol('s')]) {
  try {
    new Writable().setDefaultEncoding(value);
  } catch (err) {
    log(err.code, err.message);
  }
}
log(new Writable({ highWaterMark: 2 ** 53 - 1 }).writableHighWaterMark);

const named = new Duplex();
for (const name of ['foo', 'finish', 'data', 'error']) named.on(name, () => {});
log(named.eventNames().join());

const piped = new Readable({ read() {} });
piped.once('readable', () => log('readable'));
piped.pipe(new Writable({ write(chunk, encoding, cb) { log('piped', String(chunk)); cb(); } }))
  .on('finish', () => log('finish'));
piped.push('a');
piped.push('b');
piped.push(null);

const ended = new Transform({
  highWaterMark: 4,
  transform(chunk, encoding, cb) {
    this.push(null);
    cb();
  },
});
log(ended.write('12345'), ended.writableLength);
log(new Transform({ highWaterMark: 4, transform(chunk, encoding, cb) { cb(); } }).write('12345'));
