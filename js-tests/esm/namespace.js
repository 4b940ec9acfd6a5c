// Module namespace objects.
// Expect-Stdout-File: namespace.golden
import * as ns from './fixtures/live/counter.mjs';
import * as pass from './fixtures/live/pass.mjs';
import * as self from './namespace.js';
import util from 'node:util';

export const zeta = 1;
export { zeta as 'Alpha', zeta as '1', zeta as '\u{1F600}', zeta as '\uFFFF' };
console.log(Reflect.ownKeys(self));
console.log(self, util.inspect(ns, { compact: false, breakLength: 60 }));
try {
  console.log(self);
  self.unborn;
} catch (e) {
  console.log(e.name, e.message);
}
export let unborn = 1;
console.log(Object.prototype.toString.call(ns), String(ns[Symbol.toStringTag]), Object.getPrototypeOf(ns));
console.log(Object.isFrozen(ns), Object.isSealed(ns), Object.isExtensible(ns), util.types.isModuleNamespaceObject(ns), util.types.isProxy(ns));
console.log(Object.getOwnPropertyDescriptor(ns, 'fixed'), Object.getOwnPropertyDescriptor(ns, Symbol.toStringTag));
console.log('count' in ns, 'nothing' in ns, ns.nothing, ns.hasOwnProperty, Reflect.has(ns, 'default'));
console.log(Reflect.set(ns, 'fixed', 1), Reflect.deleteProperty(ns, 'fixed'), Reflect.deleteProperty(ns, 'nothing'));
console.log(Reflect.defineProperty(ns, 'fixed', { value: ns.fixed }), Reflect.defineProperty(ns, 'fixed', { value: 1 }));
console.log(Reflect.defineProperty(ns, 'fixed', { writable: false }), Reflect.setPrototypeOf(ns, null), Reflect.setPrototypeOf(ns, {}));
for (const fn of [() => { ns.fixed = 1; }, () => { delete ns.fixed; }, () => Object.defineProperty(ns, 'fixed', { value: 1 }), () => Object.freeze(ns)]) {
  try {
    fn();
    console.log('no error');
  } catch (e) {
    console.log(e.name);
  }
}
console.log(Object.keys(pass), Object.entries(pass.all).length, { ...ns }.late, JSON.stringify(ns));
for (const key in self) console.log('for-in', JSON.stringify(key));
console.log(await import('./fixtures/live/counter.mjs') === ns, util.isDeepStrictEqual(ns, { ...ns }));
