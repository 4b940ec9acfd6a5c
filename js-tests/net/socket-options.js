// Options of the Socket constructor: allowHalfOpen, readable, writable,
// highWaterMark, signal, and what is refused.
// Expect-Stdout-File: socket-options.golden
// Needs-Node: 24
'use strict';

const net = require('net');
const { transcript } = require('../common');

const log = transcript();

const show = (label, s) => log(label, s.allowHalfOpen, s.readable, s.writable, s.readableHighWaterMark, s.writableHighWaterMark,
                               s.readableObjectMode, s.writableObjectMode);
show('none', new net.Socket());
show('undefined', new net.Socket(undefined));
show('half open', new net.Socket({ allowHalfOpen: 1 }));
show('highWaterMark', new net.Socket({ highWaterMark: 10 }));
show('readable false', new net.Socket({ readable: false }));
show('writable false', new net.Socket({ writable: false }));
for (const options of [{ objectMode: true }, { readableObjectMode: true }, { writableObjectMode: true }, { fd: -1 }, { fd: 'x' },
                       { keepAliveInitialDelay: 'x' }, { onread: 'x' }, { signal: 'x' }]) {
  try {
    const s = new net.Socket(options);
    log(JSON.stringify(options), 'no error', s.destroyed);
  } catch (err) {
    log(JSON.stringify(options), err.name, err.code, err.message);
  }
}
const controller = new AbortController();
const s = new net.Socket({ signal: controller.signal });
s.on('error', (err) => log('error', err.name, err.code, err.message));
s.on('close', () => log('close'));
controller.abort();
log('aborted', s.destroyed);
