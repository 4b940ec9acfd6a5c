// mock.timers: time stands still until it is moved.
// Expect-Stdout-File: mock-timers.golden
'use strict';

const assert = require('assert');
const timers = require('timers');
const promises = require('timers/promises');
const { transcript, throwsError } = require('../common');
const { mock } = require('node:test');

const log = transcript();
const real = { setTimeout, Date };

mock.timers.enable({ now: 1000 });
assert.strictEqual(timers.setTimeout, setTimeout);
log(Date.now(), new Date().getTime(), new Date(5).getTime(), typeof Date(), Date.isMock, Date.name, new Date() instanceof Date);
setTimeout((...args) => log('timeout', Date.now(), ...args), 100, 'x', 'y');
const interval = setInterval(() => log('interval', Date.now()), 30);
setImmediate(() => log('immediate', Date.now()));
clearTimeout(setTimeout(() => log('cleared'), 10));
mock.timers.tick(30);
log('30');
mock.timers.tick(90);
log('120', Date.now());
clearInterval(interval);

setTimeout(() => log('b'), 20);
setTimeout(() => log('a'), 10);
setTimeout(() => log('c'), 20);
mock.timers.runAll();
log(Date.now());
mock.timers.tick();
log(Date.now());
setTimeout(() => {
  log('outer');
  setTimeout(() => log('inner'), 5);
}, 5);
mock.timers.tick(5);
mock.timers.tick(5);
mock.timers.setTime(5000);
log(Date.now());
mock.timers.reset();
assert.strictEqual(setTimeout, real.setTimeout);
assert.strictEqual(Date, real.Date);

for (const [options, shape] of [
  [{ apis: 1 }, { code: 'ERR_INVALID_ARG_TYPE' }],
  [{ apis: ['nothing'] }, { code: 'ERR_INVALID_ARG_VALUE', message: "The property 'options.apis' option nothing is not supported. Received 'nothing'" }],
  [{ now: 'x' }, { code: 'ERR_INVALID_ARG_TYPE' }],
  [{ now: -1 }, { code: 'ERR_INVALID_ARG_VALUE' }],
]) {
  throwsError(() => mock.timers.enable(options), shape);
  mock.timers.reset();
}
throwsError(() => mock.timers.tick(1), { code: 'ERR_INVALID_STATE', message: 'Invalid state: You should enable MockTimers first by calling the .enable function' });
mock.timers.enable({ apis: ['setTimeout'] });
throwsError(() => mock.timers.enable(), { code: 'ERR_INVALID_STATE', message: 'Invalid state: MockTimers is already enabled!' });
throwsError(() => mock.timers.tick(-1), { code: 'ERR_INVALID_ARG_VALUE' });
assert.strictEqual(Date, real.Date);

(async () => {
  const late = promises.setTimeout(50, 'value');
  mock.timers.tick(50);
  log(await late);
  const controller = new AbortController();
  const aborted = promises.setTimeout(50, 'value', { signal: controller.signal });
  controller.abort();
  log(await aborted.catch((err) => `${err.name} ${err.code}`));
  mock.timers.reset();

  mock.timers.enable({ apis: ['setInterval'] });
  const ticks = promises.setInterval(10, 'tick');
  const first = ticks.next();
  mock.timers.tick(10);
  log(JSON.stringify(await first), JSON.stringify(await ticks.return()));
  mock.timers.reset();

  mock.timers.enable({ apis: ['scheduler.wait'] });
  const wait = promises.scheduler.wait(5).then(() => log('waited'));
  mock.timers.tick(5);
  await wait;
  mock.timers.reset();

  mock.timers.enable({ apis: ['AbortSignal.timeout'] });
  const signal = AbortSignal.timeout(10);
  mock.timers.tick(9);
  log(signal.aborted);
  mock.timers.tick(1);
  log(signal.aborted, signal.reason.name);
  mock.timers.reset();
})();
