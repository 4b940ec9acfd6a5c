// process.getActiveResourcesInfo and its older forms name what keeps the loop
// alive.
// Process: own (other tests have resources, too)
// Transport: none
'use strict';

const assert = require('assert');
const fs = require('fs');
const net = require('net');
const { mustCall } = require('../common');

const of = (type) => process.getActiveResourcesInfo().filter((name) => name === type).length;

for (let i = 0; i < 3; i++) fs.stat(__filename, mustCall());
assert.strictEqual(of('FSReqCallback'), 3);
assert.strictEqual(process._getActiveRequests().length, 3);
assert.strictEqual(process._getActiveRequests()[0].constructor.name, 'FSReqCallback');

const server = net.createServer((socket) => {
  assert.strictEqual(of('TCPSocketWrap'), 2);
  assert.ok(process._getActiveHandles().includes(socket));
  server.unref();
  assert.strictEqual(of('TCPServerWrap'), 0);
  server.ref();
  assert.strictEqual(of('TCPServerWrap'), 1);
  socket.end();
  server.close();
}).listen(0, '127.0.0.1', mustCall(() => {
  assert.strictEqual(of('TCPServerWrap'), 1);
  assert.ok(process._getActiveHandles().includes(server));
  net.connect(server.address().port, '127.0.0.1').resume();
}));
