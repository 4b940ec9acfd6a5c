// Listeners of an EventEmitterAsyncResource run in the context that the emitter was
// made in
'use strict';
const assert = require('assert');
const { AsyncLocalStorage, AsyncResource, executionAsyncId } = require('async_hooks');
const { EventEmitter, EventEmitterAsyncResource } = require('events');

const als = new AsyncLocalStorage();
class Job extends EventEmitterAsyncResource {}
const job = als.run('made here', () => new Job({ captureRejections: true }));
assert.ok(job instanceof EventEmitter);
assert.ok(job.asyncResource instanceof AsyncResource);
assert.strictEqual(job.asyncResource.eventEmitter, job);
assert.strictEqual(job.triggerAsyncId, executionAsyncId());

let calls = 0;
job.on('x', function(a, b) {
  calls++;
  assert.strictEqual(this, job);
  assert.deepStrictEqual([a, b], [1, 2]);
  assert.strictEqual(als.getStore(), 'made here');
  assert.strictEqual(executionAsyncId(), job.asyncId);
});
als.run('emitted here', () => assert.strictEqual(job.emit('x', 1, 2), true));
assert.strictEqual(calls, 1);
assert.strictEqual(job.emit('y'), false);
assert.strictEqual(job.emitDestroy(), undefined);

assert.throws(() => new EventEmitterAsyncResource(), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => new EventEmitterAsyncResource({ name: 1 }), { code: 'ERR_INVALID_ARG_TYPE' });
new EventEmitterAsyncResource('named');
assert.throws(() => EventEmitterAsyncResource.prototype.emit.call({}, 'x'), TypeError);
