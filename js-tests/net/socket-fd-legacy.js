// The legacy form new net.Socket(fd), also without new, takes a descriptor.
// Stdin: "from the pipe"
// Process: own (reads its standard input)
// Platforms: linux darwin
'use strict';

const assert = require('assert');
const net = require('net');
const { mustCall } = require('../common');

const input = net.Socket(0);
assert.ok(input instanceof net.Socket);
input.setEncoding('latin1');
input.once('data', mustCall((text) => {
  assert.strictEqual(text, 'from the pipe');
  input.destroy();
}));
input.on('close', mustCall());
