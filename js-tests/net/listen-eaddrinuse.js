// A port that is taken is reported as an 'error' event of the server, later,
// with Node's error; the server can listen again elsewhere.
'use strict';

const assert = require('assert');
const net = require('net');
const { expectsError, localhost, mustCall, mustNotCall } = require('../common');

const first = net.createServer().listen(0, localhost, mustCall(() => {
  const { port } = first.address();
  const second = net.createServer();
  const listening = mustNotCall('listening');
  second.on('listening', listening);
  second.on('close', mustNotCall('close'));
  second.on('error', expectsError({
    message: `listen EADDRINUSE: address already in use 127.0.0.1:${port}`,
    code: 'EADDRINUSE',
    syscall: 'listen',
    address: '127.0.0.1',
    port,
    keys: ['code', 'errno', 'syscall', 'address', 'port'],
  }));
  second.on('error', mustCall(() => {
    assert.strictEqual(returned, true);
    assert.strictEqual(second.listening, false);
    assert.strictEqual(second.address(), null);
    second.removeListener('listening', listening);
    second.removeAllListeners('close');
    second.listen(0, localhost, mustCall(() => {
      first.close();
      second.close();
    }));
  }));
  let returned = false;
  second.listen(port, localhost);
  returned = true;
}));
