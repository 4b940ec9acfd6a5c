// using and await using: order of disposal, exceptions, null, loops.
// Expect-Stdout-File: using.golden
'use strict';

const { transcript } = require('../common');

const log = transcript();
const resource = (name, err) => ({
  name,
  [Symbol.dispose]() {
    log('dispose', name);
    if (err) throw new Error(err);
  },
});
const slow = (name) => ({
  async [Symbol.asyncDispose]() {
    log('begin', name);
    await null;
    log('disposed', name);
  },
});

{
  using a = resource('a');
  using b = resource('b'), c = null;
  log('inside', a.name, b.name, c);
}
for (let i = 0; i < 2; i++) {
  using r = resource(`turn ${i}`);
  if (i === 0) continue;
  log('last', r.name);
}
for (using r of [resource('of 1'), resource('of 2')]) log('loop', r.name);
function returns() {
  using r = resource('returned');
  return r.name;
}
log(returns());
try {
  using a = resource('first', 'from first');
  using b = resource('second', 'from second');
  throw new Error('from the block');
} catch (err) {
  log(err.name, err.error.message, err.suppressed.name, err.suppressed.error.message, err.suppressed.suppressed.message);
}
for (const bad of [{}, 1, { [Symbol.dispose]: 1 }]) {
  try {
    using r = bad;
    log('never', r);
  } catch (err) {
    log(err.name);
  }
}

async function main() {
  {
    await using a = slow('a');
    await using b = resource('plain');
    using c = resource('sync');
    log('async inside', typeof a, b.name, c.name);
  }
  log('after');
  for await (await using r of [slow('x')]) log('turn', typeof r);
}

main();
