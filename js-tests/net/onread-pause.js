// The onread option stops between two pieces of one packet: by false and by
// pause(), and goes on where it was.
'use strict';

const assert = require('assert');
const common = require('../common');
const net = require('net');

const message = Buffer.from('0123456789abcdefghij');
const server = net.createServer(common.mustCall((socket) => socket.end(message), 2));
server.listen(0, '127.0.0.1', common.mustCall(() => {
  const { port } = server.address();
  const received = [];
  let open = 2;
  for (const how of ['false', 'pause']) {
    const parts = [];
    let stopped = false;
    const socket = net.connect({
      port, host: '127.0.0.1',
      onread: {
        buffer: Buffer.alloc(4),
        callback: common.mustCallAtLeast(function(n, buffer) {
          assert.strictEqual(stopped, false);
          parts.push(buffer.toString('latin1', 0, n));
          stopped = true;
          if (how === 'pause') this.pause();
          setTimeout(() => {
            stopped = false;
            this.resume();
          }, 1);
          return how === 'pause' || false;
        }),
      },
    });
    socket.on('data', common.mustNotCall());
    socket.on('end', common.mustCall(() => {
      assert.strictEqual(parts.join(''), message.toString());
      assert.ok(parts.length >= 5);
      received.push(how);
    }));
    socket.on('close', common.mustCall(() => {
      if (--open === 0) server.close();
    }));
  }
}));
