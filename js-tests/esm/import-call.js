// import() from ES and CommonJS modules, scripts made from text, and the order
// in which it settles among promise jobs.
// Expect-Stdout-File: import-call.golden
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const turns = [];
const order = async (label, promise) => promise.then(() => turns.push(label), () => turns.push(`${label} rejected`));
let count = 0;
const ticks = async (n) => { while (count < n) { turns.push(++count); await null; } };
await Promise.all([
  ticks(20),
  order('builtin', import('node:path')),
  order('module', import('./fixtures/only.mjs')),
  order('commonjs', import('./fixtures/either.cjs')),
  order('missing', import('./fixtures/missing.mjs')),
  order('bad options', import('x', 5)),
]);
console.log(turns.join(' '));

console.log((await import(`./fixtures/${'either'}.mjs`)).default, await import('./fixtures/only.mjs') === await import('./fixtures/only.mjs'));
const importer = require('./fixtures/importer.cjs');
console.log((await importer.load('./either.mjs')).default, importer.text, (await importer.arrow('./self.mjs')).default);
console.log({ import: 1 }.import, class { static import() { return 'method'; } }.import(), { import(x) { return x; } }.import(2));
for (const specifier of [Symbol('s'), { toString() { throw new Error('no text'); } }, undefined]) {
  await import(specifier).catch((e) => console.log(e.name, e.message.split(' imported')[0]));
}
const failing = () => import('./fixtures/throws.mjs');
const errors = await Promise.all([failing(), failing()].map((p) => p.catch((e) => e)));
console.log(errors[0].message, errors[0] === errors[1], await failing().catch((e) => e === errors[0]));
process.nextTick(() => console.log('tick'));
await import('./fixtures/only.mjs');
console.log('import() needs no tick');
