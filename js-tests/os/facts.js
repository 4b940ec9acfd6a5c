// os tells the same of this machine as the other ways to ask do.
// Platforms: linux darwin
'use strict';

const common = require('../common');
const assert = require('assert');
const os = require('os');

assert.strictEqual(os.platform(), process.platform);
assert.strictEqual(os.arch(), process.arch);
assert.strictEqual(`${os.platform}`, process.platform);
assert.strictEqual(+os.totalmem, os.totalmem());
assert.ok(os.freemem() > 0 && os.freemem() < os.totalmem());
assert.ok(os.uptime() > 0);
assert.ok(Number.isInteger(os.availableParallelism()) && os.availableParallelism() > 0);
assert.strictEqual(os.loadavg().length, 3);
assert.match(os.endianness(), /^[BL]E$/);
for (const name of ['hostname', 'type', 'release', 'version', 'machine']) {
  assert.strictEqual(typeof os[name](), 'string');
  assert.notStrictEqual(os[name](), '');
}
const cpus = os.cpus();
assert.ok(cpus.length > 0);
assert.deepStrictEqual(Object.keys(cpus[0]), ['model', 'speed', 'times']);
assert.deepStrictEqual(Object.keys(cpus[0].times), ['user', 'nice', 'sys', 'idle', 'irq']);

const loopback = Object.values(os.networkInterfaces()).flat().find((i) => i.address === '127.0.0.1');
assert.strictEqual(loopback.netmask, '255.0.0.0');
assert.strictEqual(loopback.cidr, '127.0.0.1/8');
assert.strictEqual(loopback.internal, true);
assert.strictEqual(loopback.family, 'IPv4');
assert.strictEqual(loopback.mac, '00:00:00:00:00:00');

const user = os.userInfo();
assert.deepStrictEqual(Object.keys(user), ['uid', 'gid', 'username', 'homedir', 'shell']);
assert.strictEqual(Object.getPrototypeOf(user), null);
assert.strictEqual(os.userInfo({ encoding: 'buffer' }).username.toString(), user.username);
if (process.getuid) assert.strictEqual(user.uid, process.getuid());

assert.strictEqual(os.getPriority(), os.getPriority(process.pid));
common.throwsError(() => os.getPriority('x'), {
  code: 'ERR_INVALID_ARG_TYPE', message: 'The "pid" argument must be of type number. Received type string (\'x\')',
});
common.throwsError(() => os.setPriority(0, 20), {
  code: 'ERR_OUT_OF_RANGE', message: 'The value of "priority" is out of range. It must be >= -20 && <= 19. Received 20',
});
common.throwsError(() => os.setPriority(0, 0.5), {
  code: 'ERR_OUT_OF_RANGE', message: 'The value of "priority" is out of range. It must be an integer. Received 0.5',
});
common.throwsError(() => os.setPriority(2 ** 31, 0), { code: 'ERR_OUT_OF_RANGE' });

process.env.TMPDIR = '/somewhere/';
assert.strictEqual(os.tmpdir(), '/somewhere');
process.env.TMPDIR = '/';
assert.strictEqual(os.tmpdir(), '/');
for (const name of ['TMPDIR', 'TMP', 'TEMP']) delete process.env[name];
assert.strictEqual(os.tmpdir(), '/tmp');
process.env.HOME = '/elsewhere';
assert.strictEqual(os.homedir(), '/elsewhere');
delete process.env.HOME;
assert.strictEqual(os.homedir(), user.homedir);

assert.strictEqual(os.constants.signals.SIGTERM, 15);
assert.strictEqual(os.constants.priority.PRIORITY_HIGHEST, -20);
assert.strictEqual(Object.isFrozen(os.constants.signals), true);
assert.throws(() => { os.EOL = 'x'; }, TypeError);
assert.throws(() => { os.constants = {}; }, TypeError);
