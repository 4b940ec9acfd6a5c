// Without allowHalfOpen a socket whose other side ended takes writes in its
// 'end' listeners, and refuses them once it has ended itself.
'use strict';

const assert = require('assert');
const { pair } = require('../netpair');
const { expectsError, mustCall } = require('../common');

const shape = { code: 'EPIPE', message: 'This socket has been ended by the other party' };

pair((client, peer) => {
  // More than the system takes, so that the socket is still busy after 'end'.
  peer.write(Buffer.alloc(16 * 1024 * 1024), mustCall());
  peer.resume();
  peer.on('end', mustCall(() => {
    assert.strictEqual(peer.write('in time', mustCall()), false);
    setImmediate(mustCall(() => {
      assert.strictEqual(peer.writableEnded, true);
      assert.strictEqual(peer.destroyed, false);
      assert.strictEqual(peer.write('too late', expectsError(shape)), false);
      assert.strictEqual(peer.destroyed, true);
    }));
  }));
  peer.on('error', expectsError(shape));
  peer.on('close', mustCall((hadError) => {
    assert.strictEqual(hadError, true);
    client.destroy();
  }));
  client.on('error', () => {});
  client.end();
}, { client: { allowHalfOpen: true } });
