// Async generators as functions, methods and expressions: values, return, throw, delegation.
// Expect-Stdout-File: async-generators.golden
'use strict';

const { transcript } = require('../common');

const log = transcript();

async function* count(n) {
  try {
    for (let i = 1; i <= n; i++) log('sent', yield i);
    return 'end';
  } finally {
    log('finally');
  }
}

class Source {
  #items = [1, 2];
  async *items() {
    yield* this.#items;
    yield Promise.resolve(3);
  }
  static async *[Symbol.asyncIterator]() {
    yield 'static';
  }
}

const object = {
  async *method(...args) {
    yield args.length;
    yield* count(1);
  },
  expression: async function* named() {
    yield named.name;
  },
};

async function steps(it) {
  for (let step = await it.next('a'); ; step = await it.next('b')) {
    log(JSON.stringify(step));
    if (step.done) return;
  }
}

async function main() {
  const it = count(2);
  log(typeof it.next, it[Symbol.asyncIterator]() === it);
  await steps(it);
  log(JSON.stringify(await it.next()), JSON.stringify(await it.return(5)));
  await steps(new Source().items());
  await steps(Source[Symbol.asyncIterator]());
  await steps(object.method(1, 2, 3));
  await steps(object.expression());

  const left = count(5);
  await left.next();
  log(JSON.stringify(await left.return('left')), JSON.stringify(await left.next()));
  const thrown = count(5);
  await thrown.next();
  await thrown.throw(new Error('thrown in')).catch((err) => log(err.message));
  log(JSON.stringify(await thrown.next()));
  const early = count(5);
  await early.throw(new Error('before the start')).catch((err) => log(err.message));

  const queued = count(2);
  const all = await Promise.all([queued.next(), queued.next(), queued.next(), queued.next()]);
  log(JSON.stringify(all));

  async function* failing() {
    yield 1;
    throw new TypeError('from inside');
  }
  const failed = failing();
  await failed.next();
  await failed.next().catch((err) => log(err.name, err.message));
}

main();
