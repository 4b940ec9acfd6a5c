// What import sees of CommonJS modules.
// Expect-Stdout-File: commonjs.golden
import plain, { a, 'b-c' as bc, got, never } from './fixtures/cjs/plain.cjs';
import * as compiled from './fixtures/cjs/compiled.cjs';
import * as literal from './fixtures/cjs/literal.cjs';
import * as passes from './fixtures/cjs/passes.cjs';
import fn, { default as same } from './fixtures/cjs/function.cjs';
import { createRequire } from 'node:module';

console.log(plain, a, bc, got, never);
console.log(compiled);
console.log(Object.keys(literal), Object.keys(passes), passes.x, passes.default === literal.default);
console.log(fn === same, fn() === undefined || fn() === globalThis, fn.name);
const require = createRequire(import.meta.url);
console.log(require('./fixtures/cjs/plain.cjs') === plain, Object.keys(require.cache).length > 3);
await new Promise((resolve) => setTimeout(resolve, 5));
console.log(plain.a, a, (await import('./fixtures/cjs/plain.cjs')).a);
await import('./fixtures/cjs/literal.cjs?again').then((again) => console.log(again !== literal, again.default === literal.default));
