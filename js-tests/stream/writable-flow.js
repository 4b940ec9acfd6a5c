// write() values, 'drain', writev after cork, finish and close in order.
// Expect-Stdout-File: writable-flow.golden
'use strict';

const { Writable } = require('stream');
const { transcript } = require('../common');

const log = transcript();
const w = new Writable({
  highWaterMark: 3,
  write(chunk, encoding, cb) {
    log('_write', chunk, encoding);
    setImmediate(cb);
  },
  writev(list, cb) {
    log('_writev', list.map((c) => c.chunk.toString()).join('|'));
    setImmediate(cb);
  },
  final(cb) {
    log('_final');
    setImmediate(cb);
  },
});

log(w.write('a'), w.writableLength, w.writableNeedDrain);
log(w.write('b'), w.writableLength, w.writableNeedDrain);
log(w.write('c'), w.writableLength, w.writableNeedDrain);
log(w.write(Buffer.from('d')), w.writableLength);
w.once('drain', () => {
  log('drain', w.writableLength);
  w.cork();
  w.write('e', () => log('e written'));
  w.write('f', () => log('f written'));
  log('corked', w.writableCorked, w.writableLength);
  process.nextTick(() => {
    w.uncork();
    w.end('g', () => log('end callback'));
    log('ended', w.writableEnded, w.writableFinished);
  });
});
w.on('finish', () => log('finish', w.writableFinished));
w.on('close', () => log('close', w.destroyed, w.closed));
