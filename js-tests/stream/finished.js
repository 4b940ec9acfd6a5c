// finished: normal end, premature close, error, already done, and cleanup.
// Expect-Stdout-File: finished.golden
'use strict';

const { PassThrough, Readable, finished } = require('stream');
const promises = require('stream/promises');
const { transcript } = require('../common');

const log = transcript();

const normal = new PassThrough();
finished(normal, (err) => log('normal', err));
normal.resume();
normal.end('x');

const cut = new PassThrough();
finished(cut, (err) => log('cut', err.code, err.message));
cut.destroy();

const broken = new PassThrough();
finished(broken, (err) => log('broken', err.message));
broken.destroy(new Error('mine'));

const cleaned = new PassThrough();
const before = cleaned.eventNames().length;
const cleanup = finished(cleaned, () => log('must not come'));
cleanup();
log('listeners left', cleaned.eventNames().length - before);
cleaned.destroy();

const done = Readable.from([]);
done.resume();
done.on('close', async () => {
  finished(done, (err) => log('already done', err));
  await promises.finished(done);
  log('promise');
});
