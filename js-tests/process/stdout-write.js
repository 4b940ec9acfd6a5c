// process.stdout.write and stderr.write: text, buffers, callbacks, order.
// Expect-Stdout: \Aone two three\n\z
// Expect-Stderr: \Ato stderr\n\z
'use strict';

const assert = require('assert');
const { mustCall } = require('../common');

assert.strictEqual(process.stdout.fd, 1);
assert.strictEqual(process.stderr.fd, 2);
assert.strictEqual(process.stdout.writable, true);
assert.strictEqual(process.stdout.write('one '), true);
process.stdout.write(Buffer.from('two '), mustCall());
process.stdout.write('7468726565', 'hex', mustCall(() => process.stdout.write('\n')));
process.stderr.write('to stderr\n', mustCall());
