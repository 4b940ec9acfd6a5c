// process.stdin as a stream: data, then 'end'.
// Stdin: "first line\nsecond line"
// Process: own (reads its standard input)
'use strict';

const assert = require('assert');
const { mustCall } = require('../common');

let got = '';
process.stdin.setEncoding('utf8');
process.stdin.on('data', (text) => { got += text; });
process.stdin.on('end', mustCall(() => assert.strictEqual(got, 'first line\nsecond line')));
assert.strictEqual(process.stdin.fd, 0);
