// What createHook tells of: the life of timers, ticks, requests and AsyncResources, and what
// enabling and disabling in the middle does
// Expect-Stdout-File: hooks.golden
'use strict';
const { createHook, executionAsyncId, triggerAsyncId, executionAsyncResource, AsyncResource } = require('async_hooks');
const fs = require('fs');

const kinds = new Map();
const log = [];
const note = (event, id) => {
  if (kinds.has(id)) log.push(`${kinds.get(id)} ${event}`);
};
const hook = createHook({
  init(id, type, trigger, resource) {
    if (type === 'PROMISE') return;
    kinds.set(id, type);
    log.push(`${type} init, by ${kinds.get(trigger) ?? 'another'}, ${typeof resource}`);
  },
  before(id) { note('before', id); },
  after(id) { note('after', id); },
  destroy(id) { note('destroy', id); },
});

const stages = [
  function timeout(next) {
    const timer = setTimeout(() => {
      log.push(`ids ${kinds.get(executionAsyncId())} ${triggerAsyncId() > 0} ${executionAsyncResource() === timer}`);
      next();
    }, 1);
  },
  function cleared(next) {
    clearTimeout(setTimeout(() => {}, 1e6));
    clearImmediate(setImmediate(() => {}));
    next();
  },
  function tick(next) {
    process.nextTick(next);
  },
  function microtask(next) {
    queueMicrotask(next);
  },
  function request(next) {
    fs.access(__filename, next);
  },
  function resource(next) {
    class Job extends AsyncResource {
      constructor() {
        super('JOB', { requireManualDestroy: true });
      }
    }
    const job = new Job();
    log.push(`trigger ${job.triggerAsyncId() === executionAsyncId()}`);
    const sum = job.runInAsyncScope(function(a, b) {
      return [this.base + a + b, executionAsyncId() === job.asyncId(), executionAsyncResource() === job];
    }, { base: 1 }, 2, 3);
    log.push(`result ${sum}`);
    try {
      job.runInAsyncScope(() => { throw new Error('passes'); });
    } catch (err) {
      log.push(`${err.message}, ${executionAsyncId() === job.asyncId()}`);
    }
    job.emitDestroy();
    next();
  },
];

function run() {
  const stage = stages.shift();
  if (!stage) return;
  setImmediate(() => {
    hook.enable();
    stage(() => {
      hook.disable();
      // The destroy hooks of the stage come before this immediate.
      hook.enable();
      setImmediate(() => {
        hook.disable();
        console.log(stage.name);
        for (const line of log.splice(0)) console.log(`  ${line}`);
        kinds.clear();
        run();
      });
    });
  });
}
run();
