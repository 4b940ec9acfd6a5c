// An unref'd server does not keep the process alive; unref() may come before
// or after listen().
'use strict';

const assert = require('assert');
const net = require('net');
const { localhost, mustCall, mustNotCall } = require('../common');

const before = net.createServer(mustNotCall('connection'));
assert.strictEqual(before.unref(), before);
before.listen(0, localhost, mustCall(() => assert.strictEqual(before.listening, true)));
before.on('close', mustNotCall('close'));

const after = net.createServer(mustNotCall('connection'));
after.listen(0, localhost, mustCall(() => after.unref()));
