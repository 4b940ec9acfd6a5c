// Arguments of setTimeout(): what is refused and what is clamped.
// Expect-Stdout-File: timeout-args.golden
// Expect-Stderr: TimeoutOverflowWarning: 2147483648 does not fit into a 32-bit signed integer\.
'use strict';

const net = require('net');
const { transcript } = require('../common');

const log = transcript();
const socket = new net.Socket();

for (const ms of [undefined, null, '100', NaN, Infinity, -Infinity, -1, {}, true, () => {}, 4294967296.5]) {
  try {
    socket.setTimeout(ms);
    log(String(ms), socket.timeout);
  } catch (err) {
    log(String(ms).replace(/\s+/g, ''), err.name, err.code, err.message);
  }
}
for (const callback of [null, 1, 'x', {}, Symbol('s')]) {
  try {
    socket.setTimeout(10, callback);
    log(String(callback), 'no error');
  } catch (err) {
    log(String(callback), err.name, err.code, err.message);
  }
}
socket.setTimeout(2147483648);
log(socket.timeout);
socket.setTimeout(0.5);
log(socket.timeout);
socket.setTimeout(0);
log(socket.timeout, socket.setTimeout.length, socket.setTimeout.name);
