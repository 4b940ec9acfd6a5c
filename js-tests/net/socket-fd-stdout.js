// new net.Socket({fd: 1}) writes to a pipe.
// Expect-Stdout: \Aone\ntwo\n\z
// Process: own (writes to its standard output)
// Platforms: linux darwin
'use strict';

const assert = require('assert');
const net = require('net');
const { mustCall } = require('../common');

const output = new net.Socket({ fd: 1, readable: false, writable: true });
output.write('one\n');
output.write(Buffer.from('two\n'), mustCall(() => {
  assert.strictEqual(output.bytesWritten, 8);
}));
