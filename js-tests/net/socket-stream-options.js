// A Socket hands its options on to Duplex: water marks, encodings, methods.
'use strict';

const common = require('../common');
const assert = require('assert');
const net = require('net');

for (const [options, marks] of [
  [{ readableHighWaterMark: 0 }, [0, 65536]],
  [{ readableHighWaterMark: 5, writableHighWaterMark: 7 }, [5, 7]],
  [{ highWaterMark: 9 }, [9, 9]],
  [{ highWaterMark: 0, readableHighWaterMark: 3 }, [0, 0]],
]) {
  const socket = new net.Socket(options);
  assert.deepStrictEqual([socket.readableHighWaterMark, socket.writableHighWaterMark], marks);
}

const order = [];
const socket = new net.Socket({
  encoding: 'utf8',
  defaultEncoding: 'latin1',
  construct(callback) { order.push('construct'); callback(); },
  read() { order.push('read'); this.push('text'); this.push(null); },
});
assert.strictEqual(socket.readableEncoding, 'utf8');
assert.strictEqual(socket._writableState.defaultEncoding, 'latin1');
socket.on('data', common.mustCall((text) => assert.strictEqual(text, 'text')));
socket.on('close', common.mustCall(() => assert.deepStrictEqual(order, ['construct', 'read'])));
