// Errors of _write, of _final and of misuse: callback, 'error', 'close'.
// Expect-Stdout-File: writable-errors.golden
'use strict';

const { Writable } = require('stream');
const { transcript } = require('../common');

const log = transcript();

function writable(name, options) {
  const w = new Writable(options);
  w.on('error', (err) => log(name, 'error', err.code || err.message));
  w.on('finish', () => log(name, 'finish'));
  w.on('close', () => log(name, 'close', w.errored && (w.errored.code || w.errored.message)));
  return w;
}

const steps = [
  () => {
    const w = writable('failing write', { write(chunk, encoding, cb) { cb(new Error('of _write')); } });
    log(w.write('x', (err) => log('callback', err.message)));
    w.write('y', (err) => log('second callback', err.message));
    return w;
  },
  () => {
    const w = writable('failing final', { write(chunk, encoding, cb) { cb(); }, final(cb) { cb(new Error('of _final')); } });
    w.end('x', (err) => log('end callback', err && err.message));
    return w;
  },
  () => {
    const w = writable('callback twice', { write(chunk, encoding, cb) { cb(); cb(); } });
    w.write('x');
    return w;
  },
  () => {
    const w = writable('after end', { write(chunk, encoding, cb) { cb(); } });
    w.end();
    w.write('x', (err) => log('callback', err.code));
    return w;
  },
  () => {
    const w = writable('no _write', {});
    try {
      w.write('x');
    } catch (err) {
      log('thrown', err.name, err.code, err.message);
    }
    return w.destroy();
  },
];

(function next() {
  const step = steps.shift();
  if (step) {
    step().on('close', () => setImmediate(next));
  }
})();
