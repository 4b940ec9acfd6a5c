// Facts of the process: versions, platform, pid, cwd, uptime, hrtime, memory.
'use strict';

const assert = require('assert');
const fs = require('fs');
const path = require('path');

assert.match(process.version, /^v\d+\.\d+\.\d+/);
assert.strictEqual(process.versions.node, process.version.slice(1));
assert.strictEqual(typeof process.pid, 'number');
assert.ok(process.pid > 0 && process.ppid >= 0);
assert.ok(path.isAbsolute(process.cwd()));
assert.strictEqual(fs.statSync(process.cwd()).isDirectory(), true);
assert.ok(['linux', 'darwin', 'win32', 'freebsd', 'openbsd'].includes(process.platform));
assert.strictEqual(typeof process.arch, 'string');
assert.strictEqual(process.release.name, 'node');

const [seconds, nanos] = process.hrtime();
const diff = process.hrtime([seconds, nanos]);
assert.ok(diff[0] >= 0 && diff[1] >= 0 && diff[1] < 1e9);
const a = process.hrtime.bigint();
assert.strictEqual(typeof a, 'bigint');
assert.ok(process.hrtime.bigint() >= a);
assert.ok(process.uptime() > 0 && process.uptime() < 3600);

const memory = process.memoryUsage();
assert.deepStrictEqual(Object.keys(memory), ['rss', 'heapTotal', 'heapUsed', 'external', 'arrayBuffers']);
assert.ok(memory.rss > 0 && memory.heapUsed > 0);
assert.ok(process.memoryUsage.rss() > 0);

assert.strictEqual(Object.prototype.toString.call(process), '[object process]');
assert.strictEqual(process, require('process'));
assert.strictEqual(process, globalThis.process);
assert.strictEqual(process instanceof require('events'), true);
assert.strictEqual(typeof process.emitWarning, 'function');
