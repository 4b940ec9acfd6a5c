// push, _read, write and _write patched on an instance and on the prototype
// are the ones used.
// Expect-Stdout-File: monkeypatch.golden
'use strict';

const { PassThrough, Readable, Writable } = require('stream');
const { transcript } = require('../common');

const log = transcript();

const r = new Readable({ read() {} });
const { push } = r;
r.push = function(chunk, encoding) {
  log('patched push', chunk);
  return push.call(this, chunk === null ? null : chunk + '!', encoding);
};
r._read = function(size) { log('patched _read', size > 0); };
r.on('data', (chunk) => log('data', chunk));
r.push('a');
r.push(null);

const w = new Writable({ write(chunk, encoding, cb) { log('option write', chunk); cb(); } });
const { _write } = w;
w._write = function(chunk, encoding, cb) {
  log('patched _write', chunk);
  _write.call(this, chunk, encoding, cb);
};
w.write('b');

const original = Writable.prototype.write;
Writable.prototype.write = function(chunk, ...rest) {
  log('prototype write', String(chunk));
  return original.call(this, chunk, ...rest);
};
w.write('c');
const source = new Readable({ read() {} });
source.pipe(w);
source.push('d');
source.push(null);
w.on('finish', () => {
  Writable.prototype.write = original;
  const p = new PassThrough();
  const { emit } = p;
  p.emit = function(event, ...args) {
    if (['data', 'end', 'finish', 'close'].includes(event)) {
      log('emit', event);
    }
    return emit.call(this, event, ...args);
  };
  p.resume();
  p.end('e');
});
