// The order in which modules with top-level await run.
// Expect-Stdout-File: top-level-await.golden
import parent from './fixtures/tla/parent.mjs';
import { log } from './fixtures/tla/log.mjs';

console.log(parent, log);
const results = await Promise.allSettled([import('./fixtures/tla/depends.mjs'), import('./fixtures/tla/fails.mjs'), import('./fixtures/tla/depends.mjs')]);
console.log(results.map((r) => r.reason?.message), results[0].reason === results[1].reason);
const values = [await 1, await { then: (f) => f('thenable') }, await Promise.resolve('promise')];
console.log(values);
try {
  await Promise.reject(new Error('rejected'));
} catch (e) {
  console.log('caught', e.message);
} finally {
  console.log('finally', await 'inside');
}
const order = [];
Promise.resolve().then(() => order.push('job 1')).then(() => order.push('job 2'));
process.nextTick(() => order.push('tick'));
await null;
order.push('after await');
await null;
order.push('again');
await new Promise((resolve) => setImmediate(resolve));
console.log(order);
for await (const x of (async function* () { yield 1; yield* [2, 3]; })()) console.log(x);
label: for (const x of [1, 2]) {
  if (await x === 1) continue label;
  console.log('x', x);
}
const { a = await 'default', ...rest } = { b: await 2 };
console.log(a, rest, `${await 'template'}`, await (async () => await 'nested')());
if (await true) await new Promise((resolve) => setTimeout(resolve, 1));
console.log(await import('./fixtures/only.mjs').then((ns) => ns.only));
