// map, filter, flatMap, drop, take, some, every, find, forEach, reduce, toArray.
// Expect-Stdout-File: operators.golden
'use strict';

const { Readable } = require('stream');
const { transcript } = require('../common');

const log = transcript();
const numbers = (n = 5) => Readable.from(Array.from({ length: n }, (_, i) => i + 1));
const later = (value) => new Promise((resolve) => setImmediate(resolve, value));
const say = async (name, run) => {
  try {
    log(name, JSON.stringify(await run()));
  } catch (err) {
    log(name, 'failed', err.name, err.code, err.code ? err.message : '');
  }
};

for (const name of ['map', 'filter', 'flatMap', 'drop', 'take', 'some', 'every', 'find', 'forEach', 'reduce', 'toArray', 'compose']) {
  const { value, enumerable } = Object.getOwnPropertyDescriptor(Readable.prototype, name);
  log(name, value.name, value.length, enumerable);
}

const bad = [undefined, 1, 'x', null, -1, 1.5, NaN];
const options = [1, 'x', { signal: 1 }, { concurrency: 0 }, { concurrency: 'a' }, { highWaterMark: -1 }, { concurrency: 1.5 }];

async function main() {
  for (const name of ['map', 'filter', 'flatMap', 'drop', 'take', 'some', 'every', 'find', 'forEach', 'reduce']) {
    for (const arg of bad) {
      await say(`${name} ${arg}`, () => (['drop', 'take'].includes(name) ? numbers()[name](arg).toArray() : numbers()[name](arg)));
    }
    for (const opts of options) {
      const args = ['drop', 'take'].includes(name) ? [1, opts] : name === 'reduce' ? [() => 1, 1, opts] : [() => true, opts];
      await say(`${name} ${JSON.stringify(opts)}`, () => {
        const got = numbers()[name](...args);
        return got.toArray ? got.toArray() : got;
      });
    }
  }
  await say('map', () => numbers().map((x) => x * 2).toArray());
  await say('map later', () => numbers().map((x) => later(x * 2), { concurrency: 2 }).toArray());
  await say('map throws', () => numbers().map((x) => {
    if (x === 3) throw Object.assign(new Error('three'), { code: 3 });
    return x;
  }).toArray());
  await say('map rejects', () => numbers().map(async (x) => {
    if (x === 3) throw Object.assign(new Error('three'), { code: 3 });
    return x;
  }, { concurrency: 3 }).forEach((x) => log('seen', x)));
  await say('filter', () => numbers().filter((x) => x % 2).toArray());
  await say('filter later', () => numbers().filter((x) => later(x > 2)).toArray());
  await say('flatMap', () => numbers(3).flatMap((x) => [x, -x]).toArray());
  await say('flatMap stream', () => numbers(3).flatMap((x) => numbers(x)).toArray());
  await say('flatMap value', () => numbers(3).flatMap((x) => x).toArray());
  await say('drop', () => numbers().drop(2).toArray());
  await say('take', () => numbers().take(2).toArray());
  await say('take 0', () => numbers().take(0).toArray());
  await say('drop all', () => numbers().drop(Infinity).toArray());
  await say('some', () => numbers().some((x) => x > 3));
  await say('every', () => numbers().every((x) => x > 3));
  await say('find', () => numbers().find((x) => later(x > 3)));
  await say('find none', () => numbers().find((x) => x > 9));
  await say('reduce', () => numbers().reduce((a, x) => a + x));
  await say('reduce from', () => numbers().reduce(async (a, x) => a + x, 10));
  await say('reduce nothing', () => numbers(0).reduce((a, x) => a + x));
  await say('reduce nothing from', () => numbers(0).reduce((a, x) => a + x, 'start'));
  await say('bytes', () => Readable.from([Buffer.from('ab'), Buffer.from('cd')], { objectMode: false }).map(String).toArray());
  await concurrency();
  await stopped();
  await aborted();
}

async function concurrency() {
  let running = 0;
  let most = 0;
  const results = await numbers(8).map(async (x) => {
    most = Math.max(most, ++running);
    await later();
    running--;
    return x;
  }, { concurrency: 3 }).toArray();
  log('concurrency', most, results.join());
}

// The source is destroyed when the reader has enough.
async function stopped() {
  const source = numbers();
  await source.map((x) => x).take(2).toArray();
  log('stopped', source.destroyed, source.readableEnded);
  const other = numbers();
  const iterator = other.filter(() => true)[Symbol.asyncIterator]();
  log('step', JSON.stringify(await iterator.next()));
  log('return', JSON.stringify(await iterator.return('left')));
  await later();
  log('after', other.destroyed);
}

async function aborted() {
  const controller = new AbortController();
  const { signal } = controller;
  const source = numbers();
  const waits = say('aborted', () => source.map((x, opts) => {
    log('signal', opts.signal.aborted);
    return new Promise((resolve, reject) => opts.signal.addEventListener('abort', () => reject(opts.signal.reason)));
  }, { signal }).toArray());
  setImmediate(() => controller.abort(new Error('enough')));
  await waits;
  const done = AbortSignal.abort();
  await say('toArray aborted', () => numbers().toArray({ signal: done }));
  await say('map aborted', () => numbers().map((x) => x, { signal: done }).toArray());
  await say('take aborted', () => numbers().take(1, { signal: done }).toArray());
  await say('reduce aborted', () => numbers().reduce((a) => a, 0, { signal: done }));
}

main();
