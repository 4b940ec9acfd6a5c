// Properties that Node keeps on the socket itself may be assigned to.
'use strict';

const assert = require('assert');
const net = require('net');

const socket = new net.Socket();
for (const name of ['server', '_server', '_host', '_parent', '_sockname', '_pendingData', 'connecting', 'timeout', 'own']) {
  socket[name] = 5;
  assert.ok(socket[name], name);
}
assert.strictEqual(socket.server, 5);
assert.throws(() => { socket.remotePort = 5; }, TypeError);
