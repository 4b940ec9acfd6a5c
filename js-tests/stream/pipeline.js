// pipeline: success, failure in the middle destroys all, promise form, bad
// arguments.
// Expect-Stdout-File: pipeline.golden
'use strict';

const { PassThrough, Readable, Transform, Writable, pipeline } = require('stream');
const promises = require('stream/promises');
const { transcript } = require('../common');

const log = transcript();
const sink = () => new Writable({ write(chunk, encoding, cb) { log('sink', chunk); cb(); } });

const upper = new Transform({ transform(chunk, encoding, cb) { cb(null, String(chunk).toUpperCase()); } });
pipeline(Readable.from(['a', 'b']), upper, sink(), (err) => {
  log('done', err);
  const parts = [new PassThrough(), new Transform({ transform(chunk, encoding, cb) { cb(new Error('in the middle')); } }), sink()];
  pipeline(...parts, async (failure) => {
    log('failed', failure.message, parts.map((p) => p.destroyed).join());
    await promises.pipeline(Readable.from(['c']), sink());
    log('promise done');
    await promises.pipeline(new PassThrough().end('x'), new Transform({ transform(c, e, cb) { cb(new Error('again')); } }), sink())
      .catch((e) => log('promise failed', e.message));
    for (const args of [[], [sink()], [sink(), 1], [() => {}]]) {
      try {
        pipeline(...args);
      } catch (e) {
        log(e.name, e.code);
      }
    }
  });
  parts[0].write('x');
});
