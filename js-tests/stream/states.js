// _readableState and _writableState hold what packages read from them.
// Expect-Stdout-File: states.golden
// Needs-Node: 24
'use strict';

const { Duplex } = require('stream');
const { transcript } = require('../common');

const log = transcript();
const d = new Duplex({ read() {}, write(chunk, encoding, cb) { setImmediate(cb); } });
const readable = ['objectMode', 'highWaterMark', 'length', 'flowing', 'ended', 'endEmitted', 'reading', 'destroyed', 'errored', 'closed',
                  'errorEmitted', 'autoDestroy', 'emitClose', 'defaultEncoding', 'encoding'];
const writable = ['objectMode', 'highWaterMark', 'length', 'ending', 'ended', 'finished', 'needDrain', 'destroyed', 'corked', 'writing', 'finalCalled', 'prefinished',
                  'errorEmitted', 'errored', 'closed', 'decodeStrings', 'defaultEncoding', 'bufferedRequestCount'];

function show(name) {
  log(name, 'readable', readable.map((k) => k + '=' + d._readableState[k]).join(' '));
  log(name, 'writable', writable.map((k) => k + '=' + d._writableState[k]).join(' '));
}

show('new');
d.push('x');
d.write('y');
d.write('z');
show('busy');
d.push(null);
d.resume();
d.end();
d.on('close', () => show('closed'));
