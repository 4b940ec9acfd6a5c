// Async generators take as many turns of the microtask queue as the language
// says.
// Expect-Stdout-File: async-generator-order.golden
'use strict';

const out = [];

// ticking runs fn beside a count of microtasks and says at which it logged.
async function ticking(title, fn) {
  let tick = 0;
  let done = false;
  const log = (...args) => out.push(`${title} ${tick}: ${args.map((a) => (a instanceof Error ? a.message : JSON.stringify(a))).join(' ')}`);
  const count = () => { tick++; if (!done) queueMicrotask(count); };
  queueMicrotask(count);
  try {
    await fn(log);
  } catch (err) {
    log('thrown', err);
  }
  done = true;
}

async function* plain() { yield 1; return 2; }
async function* promised() { yield Promise.resolve(1); return Promise.resolve(2); }
async function* rejected() {
  try {
    yield Promise.reject(new Error('no'));
  } catch (err) {
    yield err.message;
  }
}
async function* delegating() { const r = yield* promised(); yield r; }
async function* toSync() { yield* [1, Promise.resolve(2)]; }
async function* cleaning(log) {
  try {
    yield 1;
    yield 2;
  } finally {
    await null;
    log('cleaned');
  }
}
const odd = {
  log: null,
  [Symbol.asyncIterator]() { return this; },
  next(v) { this.log('next', v); return { value: 'o', done: false }; },
  return(v) { this.log('return', v); return { value: 'r', done: true }; },
  throw(v) { this.log('throw', v.message); return Promise.resolve({ value: 't', done: true }); },
};
async function* overOdd(log) {
  odd.log = log;
  const r = yield* odd;
  log('after', r);
  yield 'more';
}

(async () => {
  for (const [name, make] of Object.entries({ plain, promised, rejected, delegating, toSync })) {
    await ticking(`for await ${name}`, async (log) => { for await (const v of make()) log(v); });
    await ticking(`next ${name}`, (log) => {
      const it = make();
      return Promise.all([1, 2, 3, 4].map((i) => it.next(i).then((r) => log(i, r))));
    });
    await ticking(`return ${name}`, async (log) => {
      const it = make();
      it.next().then((r) => log('next', r));
      it.return(Promise.resolve('x')).then((r) => log('return', r));
      await it.next().then((r) => log('last', r));
    });
    await ticking(`early ${name}`, async (log) => {
      log(await make().return('v'));
      await make().throw(new Error('t')).catch((err) => log(err));
    });
  }
  await ticking('break', async (log) => { for await (const v of cleaning(log)) { log(v); break; } });
  await ticking('throw', async (log) => { for await (const v of cleaning(log)) throw new Error(`from ${v}`); });
  await ticking('throw in', async (log) => {
    const it = cleaning(log);
    log(await it.next());
    await it.throw(new Error('in')).catch((err) => log(err));
    log(await it.next());
  });
  for (const way of ['next', 'return', 'throw']) {
    await ticking(`odd ${way}`, async (log) => {
      const it = overOdd(log);
      log(await it.next('ignored'));
      log(await it[way](way === 'throw' ? new Error('e') : 'v'));
      log(await it.next());
    });
  }
  await ticking('wrong receiver', (log) => plain().next.call({}).catch((err) => log(err.name)));
  await ticking('no iterator', async (log) => {
    await (async function* () { yield* 5; })().next().catch((err) => log(err.name));
    await (async function* () { yield* { [Symbol.asyncIterator]: () => 1 }; })().next().catch((err) => log(err.name));
    await (async function* () { yield* { [Symbol.asyncIterator]: () => ({ next: () => 1 }) }; })().next().catch((err) => log(err.name));
  });
  console.log(out.join('\n'));
})();
