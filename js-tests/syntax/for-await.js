// for await over async and plain iterables, with break, exceptions and labels.
// Expect-Stdout-File: for-await.golden
'use strict';

const { Readable } = require('stream');
const { transcript } = require('../common');

const log = transcript();

function source(name, n) {
  let i = 0;
  return {
    [Symbol.asyncIterator]: () => ({
      next: async () => (i++ < n ? { value: i, done: false } : { value: undefined, done: true }),
      return: async () => {
        log(name, 'return');
        return {};
      },
    }),
  };
}

async function main() {
  for await (const x of source('all', 2)) log('all', x);
  for await (const x of source('break', 3)) {
    log('break', x);
    if (x === 2) break;
  }
  try {
    for await (const x of source('throw', 3)) throw new Error(`at ${x}`);
  } catch (err) {
    log('caught', err.message);
  }
  const returned = await (async () => {
    for await (const x of source('returns', 3)) return x;
  })();
  log('returned', returned);
  for await (const x of [1, Promise.resolve(2), 'three']) log('array', x);
  for await (const [key, { value = 'none' }] of [['a', {}], ['b', { value: 1 }]]) log('destructured', key, value);
  let outer;
  for await (outer of source('assigned', 1)) log('assigned', outer);
  label:
  for (const a of [1, 2]) {
    for await (const b of source('label', 3)) {
      if (b === 2) continue label;
      log('label', a, b);
    }
  }
  for await (const chunk of Readable.from(['x', 'y'])) log('stream', chunk);
  try {
    for await (const x of [Promise.reject(new Error('rejected'))]) log('never', x);
  } catch (err) {
    log('rejected', err.message);
  }
  // Closures take the variable of their own turn.
  const later = [];
  for await (const x of [1, 2, 3]) later.push(() => x);
  log(later.map((f) => f()).join());
}

main();
