// Names, texts and the mode of functions in a module.
// Expect-Stdout-File: functions.golden
import * as self from './functions.js';
import arrow from './fixtures/default-arrow.mjs';
import AnonymousClass from './fixtures/default-class.mjs';
import named, { text } from './fixtures/default-function.mjs';

console.log(this, typeof arguments, typeof require, typeof module, typeof __filename);
console.log((function () { return this; })(), (function () { return arguments.length; })(1, 2), (() => typeof this)());
console.log(self.default.name, self.default().next(), String(self.default));
console.log(arrow.name, AnonymousClass.name, String(AnonymousClass), named.name, text);
console.log(hoisted());
function hoisted() { return 'hoisted'; }
export default function* () { yield 1; }
try {
  undeclared = 1;
} catch (e) {
  console.log(e.name, e.message);
}
function withImport() { return [import.meta.url, () => import('node:fs')]; }
console.log(String(withImport));
console.log(Object.keys(import.meta), import.meta.main, import.meta.url.endsWith('/functions.js'), import.meta.filename.endsWith('functions.js'),
  import.meta.dirname === import.meta.filename.slice(0, -'/functions.js'.length), Object.getPrototypeOf(import.meta), import.meta === import.meta);
import.meta.added = 1;
console.log(import.meta.added, 'added' in (await import('./fixtures/self.mjs')));
class Fields { static x = import.meta.main; #p = 1; static { this.y = typeof import.meta; } has(o) { return #p in o; } }
console.log(Fields.x, Fields.y, new Fields().has(new Fields()));
const source = `import 'x'; export default ${1 / 2} // ${/export/.source}`, regex = /import("x")/, division = 4 / 2 / 1;
console.log(source, regex.source, division, `${`${`import('y')`}`}`, 'import.meta');
