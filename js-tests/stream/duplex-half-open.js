// A Duplex with allowHalfOpen false ends its writable side when the readable
// one ends; readable and writable options switch sides off.
// Expect-Stdout-File: duplex-half-open.golden
'use strict';

const { Duplex } = require('stream');
const { transcript } = require('../common');

const log = transcript();

function duplex(name, options) {
  const d = new Duplex({ read() {}, write(chunk, encoding, cb) { cb(); }, final(cb) { log(name, 'final'); cb(); }, ...options });
  for (const event of ['end', 'finish', 'close']) {
    d.on(event, () => log(name, event, d.readable, d.writable));
  }
  log(name, d.readable, d.writable, d.allowHalfOpen);
  return d;
}

const closed = duplex('closed', { allowHalfOpen: false });
closed.push(null);
closed.resume();
const open = duplex('open', {});
open.push(null);
open.resume();
setTimeout(() => {
  log('still writable', open.writable, open.writableEnded);
  open.end();
}, 5);
duplex('write only', { readable: false }).end();
const readOnly = duplex('read only', { writable: false });
readOnly.push(null);
readOnly.resume();
