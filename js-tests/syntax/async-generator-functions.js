// Async generator functions: their class, the kind and name that they show, and
// what reaches their bodies.
// Expect-Stdout-File: async-generator-functions.golden
'use strict';
const util=require('util');
async function* a(x, ...r) { const y = yield x; console.log('y',y,arguments.length,this===undefined,r); await y; yield* b(); return 5; }
const b = async function* () { yield 1; for await (const c of [7,Promise.resolve(8)]) yield c; };
const o = { async *m() { yield this.q }, q: 3, p: async function*(){}, async *[Symbol.asyncIterator]() { yield 'it' } };
class K { v=1; async *#p() { yield this.v } async *pub() { yield* this.#p() } static async *s() { try { yield 1; yield 2 } finally { console.log('cleanup') } } }
console.log(a, b, o, a.name, b.name, o.p.name, o.m.name, a.length);
const AGF = Object.getPrototypeOf(a).constructor;
console.log(AGF.name, a instanceof AGF, b instanceof AGF, (()=>{}) instanceof AGF, AGF === b.constructor, AGF === Function);
console.log(util.types.isAsyncFunction(a), util.types.isGeneratorFunction(a), Object.prototype.toString.call(a()), a(1), a.prototype, Object.prototype.toString.call(a));
(async () => {
  const g = a(1, 2, 3);
  console.log(g[Symbol.asyncIterator]() === g, await g.next(), await g.next('Y'), await g.next(), await g.next(), await g.next(), await g.next());
  for await (const x of new K().pub()) console.log('pub', x);
  for await (const x of K.s()) { console.log('s', x); break; }
  for await (const x of o) console.log(x);
  for await (const x of o.m()) console.log(x);
  const f = new AGF('a', 'yield a; yield a*2');
  for await (const x of f(21)) console.log(x);
  try { new AGF('yield (') } catch (e) { console.log(e.name) }
  async function* outer() { try { const r = yield* inner(); console.log('never', r); } finally { console.log('outer fin') } }
  async function* inner() { try { yield 1; yield 2; } finally { console.log('inner fin'); await null; } }
  const h = outer(); console.log(await h.next(), await h.return('R'), await h.next());
  const h2 = outer(); console.log(await h2.next()); try { await h2.throw(new Error('T')) } catch (e) { console.log(e.message) }
  async function* e1() { try { yield Promise.reject(new Error('rej')) } catch (e) { console.log('caught', e.message); yield 'ok'; return Promise.resolve('fin') } }
  const z = e1(); console.log(await z.next(), await z.next(), await z.next());
  console.log(await Promise.all([1,2,3].map(() => zz.next())));
})();
const zz = (async function* named() { for (let i = 0; i < 2; i++) yield i; })();
