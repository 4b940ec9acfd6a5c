// Errors of module syntax and of names that do not fit together.
// Expect-Stdout-File: link-errors.golden
const place = (text) => text.replaceAll(new URL('.', import.meta.url).href, '');
const attempt = async (text) => {
  try {
    console.log(place(text), '->', Object.keys(await import('data:text/javascript,' + encodeURIComponent(text))));
  } catch (e) {
    console.log(place(text), '->', e.name + ':', place(e.message));
  }
};
const self = JSON.stringify(new URL('./fixtures/self.mjs', import.meta.url).href);
const counter = JSON.stringify(new URL('./fixtures/live/counter.mjs', import.meta.url).href);
const plain = JSON.stringify(new URL('./fixtures/cjs/plain.cjs', import.meta.url).href);
for (const text of [
  'export { a }; let a', 'export { a }', 'export { a, a }; let a', 'export let a; export { b as a }; let b',
  'import { a, a } from "x"', 'import a from "node:fs"; let a', 'import a from "node:fs"; var a', 'import a from "node:fs"; { let a; }',
  'return 1', 'await 1; return', 'export default 1; export { a as default }; let a',
  'import { default } from "node:fs"', 'import { "a" as b, b } from "node:fs"', 'export { "a" }', 'export { if }', 'export { "\\uD800" as x } from "node:fs"',
  'export', 'import', 'import {', 'import a b', 'import a from', 'import a from b', 'export * as', 'export {} from 5', 'import * from "x"',
  'export a', 'export 1', 'function f() { export let a }', '{ import "x" }', 'if (1) export let b',
  `import { nothing } from ${self}`, `export { nothing } from ${self}`, `export { nothing as b } from ${self}`, `import nothing from ${counter}; export * from ${self}`,
  `export * from ${self}; export * from ${counter}`, `import { x } from ${JSON.stringify('data:text/javascript,export * from ' + self + '; export * from ' + self)}`,
  `export let x = delete y`, 'with ({}) {}', 'var public', '010',
  'import "node:fs" with { type: "json", type: "json" }',
  'export {}', 'export default async () => {}', 'import {} from "node:fs"', 'export let [a, { b, c: [d] }] = [1, { c: [] }], e',
  'export * as default from "node:path"', 'export { default } from "node:path"', 'let x = 1\nexport { x }\n/x/.test("")', 'export default (1)\n/1/1',
]) await attempt(text);
await attempt(`import { nothing } from ${plain}`);
