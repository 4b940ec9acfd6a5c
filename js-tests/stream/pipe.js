// pipe: backpressure, events on both, unpipe, error of the target, several
// targets.
// Expect-Stdout-File: pipe.golden
'use strict';

const { PassThrough, Readable, Writable } = require('stream');
const { transcript } = require('../common');

const log = transcript();

const slow = new Writable({ highWaterMark: 1, write(chunk, encoding, cb) { log('slow', chunk); setImmediate(cb); } });
const fast = new Writable({ write(chunk, encoding, cb) { log('fast', chunk); cb(); } });
const source = Readable.from(['a', 'b', 'c']);
slow.on('pipe', (s) => log('pipe', s === source));
slow.on('unpipe', (s) => log('unpipe', s === source));
slow.on('finish', () => {
  log('finish');
  errors();
});
log(source.pipe(slow) === slow, source.pipe(fast) === fast);

function errors() {
  const target = new PassThrough();
  const feed = new PassThrough();
  feed.pipe(target);
  target.on('unpipe', () => log('unpiped by error'));
  target.on('error', (err) => {
    log('error', err.message);
    log('source lives', feed.destroyed, feed.readableFlowing);
  });
  target.destroy(new Error('of the target'));
}
