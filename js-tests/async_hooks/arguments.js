// Bad arguments of AsyncResource and createHook
'use strict';
const assert = require('assert');
const hooks = require('async_hooks');
const { AsyncResource, createHook } = hooks;

assert.throws(() => new AsyncResource(), { code: 'ERR_INVALID_ARG_TYPE', name: 'TypeError' });
assert.throws(() => new AsyncResource(1), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => new AsyncResource('x', -2), {
  code: 'ERR_INVALID_ASYNC_ID', name: 'RangeError', message: 'Invalid triggerAsyncId value: -2',
});
assert.throws(() => new AsyncResource('x', { triggerAsyncId: 1.5 }), { code: 'ERR_INVALID_ASYNC_ID' });
assert.strictEqual(new AsyncResource('x', 5).triggerAsyncId(), 5);
assert.strictEqual(new AsyncResource('x').triggerAsyncId(), hooks.executionAsyncId());
assert.throws(() => new AsyncResource('x').bind(1), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => AsyncResource.bind(() => {}, 5), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => AsyncResource('x'), TypeError);

const { bind } = new AsyncResource('x');
assert.strictEqual(bind.length, 2);
const bound = AsyncResource.bind(function(a, b, c) {
  return [this, a];
}, 'type', 'fixed');
assert.strictEqual(bound.length, 3);
assert.strictEqual(String(bound.call('other', 1)[0]), 'fixed');

for (const name of ['init', 'before', 'after', 'destroy', 'promiseResolve']) {
  assert.throws(() => createHook({ [name]: 1 }), {
    code: 'ERR_ASYNC_CALLBACK', name: 'TypeError', message: `hook.${name} must be a function`,
  });
}
assert.throws(() => createHook({ trackPromises: 1 }), { code: 'ERR_INVALID_ARG_TYPE' });
assert.throws(() => createHook({ promiseResolve() {}, trackPromises: false }), { code: 'ERR_INVALID_ARG_VALUE' });

const hook = createHook({ init() {} });
assert.strictEqual(hook.enable().enable(), hook);
assert.throws(() => new AsyncResource(''), { code: 'ERR_ASYNC_TYPE', name: 'TypeError' });
assert.strictEqual(hook.disable().disable(), hook);
assert.strictEqual(new AsyncResource('').emitDestroy() instanceof AsyncResource, true);

assert.strictEqual(hooks.executionAsyncId(), 1);
assert.strictEqual(hooks.triggerAsyncId(), 0);
assert.deepStrictEqual(Object.keys(hooks), [
  'AsyncLocalStorage', 'createHook', 'executionAsyncId', 'triggerAsyncId', 'executionAsyncResource',
  'asyncWrapProviders', 'AsyncResource',
]);
assert.ok(Object.isFrozen(hooks.asyncWrapProviders));
assert.strictEqual(hooks.asyncWrapProviders.NONE, 0);
