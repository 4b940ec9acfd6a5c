// While spawnSync waits nothing else of the script runs.
// Platforms: linux darwin
// Process: own (child processes)
'use strict';

const assert = require('assert');
const { spawnSync } = require('child_process');
const { mustCall } = require('../common');

const order = [];
setTimeout(mustCall(() => order.push('timer')), 1);
setImmediate(mustCall(() => order.push('immediate')));
process.nextTick(mustCall(() => order.push('tick')));
Promise.resolve().then(mustCall(() => order.push('promise')));
assert.strictEqual(spawnSync('sleep', ['0.05']).status, 0);
order.push('sync');
process.on('exit', () => assert.deepStrictEqual(order.slice(0, 3), ['sync', 'tick', 'promise']));
