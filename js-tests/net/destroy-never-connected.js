// Methods of a socket that never connected: destroy() emits 'close', address()
// is empty, end() finishes it, ref, unref and pause do nothing bad.
// Expect-Stdout-File: destroy-never-connected.golden
// Needs-Node: 24
'use strict';

const net = require('net');
const { logEvents, transcript } = require('../common');

const log = transcript();
const events = ['connect', 'end', 'finish', 'error', 'close', 'timeout', 'drain'];
const show = (event, args) => (args[0] && args[0].message ? args[0].message : args[0]);

const a = new net.Socket();
logEvents(log, a, 'a', events, show);
log(JSON.stringify(a.address()), a.remoteAddress, a.localPort, a.bytesRead, a.bytesWritten, a.readyState, a.pending, a.connecting);
log(a.ref() === a, a.unref() === a, a.pause() === a, a.resume() === a, a.setTimeout(0) === a);
a.destroy();

const b = new net.Socket();
logEvents(log, b, 'b', events, show);
b.end();

const c = new net.Socket();
logEvents(log, c, 'c', events, show);
log('c write', c.write('x', (err) => log('c written', err && err.code)), c.writableLength);
setImmediate(() => c.destroySoon());
