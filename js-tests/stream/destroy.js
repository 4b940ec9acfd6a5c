// destroy(), destroy(err) and _destroy: what is emitted, when, and once.
// Expect-Stdout-File: destroy.golden
'use strict';

const { Duplex } = require('stream');
const { transcript } = require('../common');

const log = transcript();

function duplex(name, options) {
  const d = new Duplex({ read() {}, write(chunk, encoding, cb) { cb(); }, ...options });
  for (const event of ['error', 'end', 'finish', 'close']) {
    d.on(event, (arg) => log(name, event, arg && arg.message));
  }
  return d;
}

const plain = duplex('plain');
log(plain.destroy() === plain, plain.destroyed, plain.closed);
plain.destroy(new Error('ignored'));
process.nextTick(() => log('tick'));

const failed = duplex('failed');
failed.destroy(new Error('first'));
failed.destroy(new Error('second'));

const slow = duplex('slow', { destroy(err, cb) { log('slow _destroy', err && err.message); setImmediate(cb, new Error('replaced')); } });
slow.destroy(new Error('original'));

const silent = duplex('silent', { emitClose: false });
silent.destroy();

const kept = duplex('no autoDestroy', { autoDestroy: false });
kept.push(null);
kept.resume();
kept.end();
slow.on('close', () => log('kept', kept.destroyed, kept.readableEnded, kept.writableFinished));
