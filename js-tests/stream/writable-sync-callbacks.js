// A _write that calls back at once: callbacks come by nextTick, in order, and
// 'drain' and 'finish' after them.
// Expect-Stdout-File: writable-sync-callbacks.golden
'use strict';

const { Writable } = require('stream');
const { transcript } = require('../common');

const log = transcript();
const w = new Writable({ highWaterMark: 2, write(chunk, encoding, cb) { log('_write', chunk); cb(); } });

w.on('drain', () => log('drain'));
w.on('finish', () => log('finish'));
w.on('close', () => log('close'));
process.nextTick(() => log('tick before'));
for (const text of ['a', 'bc', 'd']) {
  log('returned', w.write(text, (err) => log('written', text, err)));
}
process.nextTick(() => log('tick after'));
Promise.resolve().then(() => log('promise'));
w.end((err) => log('ended', err));
