// new net.Socket({fd: 0}) reads a pipe.
// Stdin: "line one\nline two\n"
// Process: own (reads its standard input)
// Platforms: linux darwin
'use strict';

const assert = require('assert');
const net = require('net');
const { collect } = require('../netpair');
const { mustCall } = require('../common');

const input = new net.Socket({ fd: 0, readable: true, writable: false });
assert.strictEqual(input.pending, false);
assert.strictEqual(input.connecting, false);
input.on('close', mustCall((hadError) => assert.strictEqual(hadError, false)));
collect(input, (text) => assert.strictEqual(text, 'line one\nline two\n'));
