// Handles without a server: made by net._createServerHandle, listened on, and
// their functions in the hands of a script.
'use strict';

const assert = require('assert');
const net = require('net');
const { mustCall, mustNotCall } = require('../common');

const host = '127.0.0.1';
assert.strictEqual(typeof net._createServerHandle('192.0.2.1', 0, 4), 'number');
assert.strictEqual(net._createServerHandle('/no/such/folder/socket', -1, -1) < 0, true);

const unused = net._createServerHandle(host, 0, 4);
assert.strictEqual(unused.hasRef(), true);
unused.close(mustCall());

const handle = net._createServerHandle(host, 0, 4);
const name = {};
assert.strictEqual(handle.getsockname(name), 0);
assert.deepStrictEqual([name.address, name.family, name.port > 0], [host, 'IPv4', true]);

const server = net.createServer(mustCall((socket) => {
  socket.end('served');
  // What a script puts in the place of close is called, without arguments.
  const { close } = handle;
  handle.close = mustCall((...args) => {
    assert.strictEqual(args.length, 0);
    close.call(handle);
  });
  server.close(mustCall());
  assert.strictEqual(server.listening, false);
}));
server.listen(handle, mustCall(() => {
  assert.strictEqual(server._handle, handle);
  assert.deepStrictEqual(server.address(), { address: host, family: 'IPv4', port: name.port });
  assert.strictEqual(server._connectionKey, '-1:null:-1');
  let text = '';
  net.connect(name.port, host).on('data', (chunk) => { text += chunk; })
    .on('close', mustCall(() => {
      assert.strictEqual(text, 'served');
      net.connect(name.port, host, mustNotCall()).on('error', mustCall((err) => {
        assert.strictEqual(err.code, 'ECONNREFUSED');
      }));
    }));
}));
