// import() in scripts that vm runs has no loader.
// Expect-Stdout-File: vm-import.golden
import vm from 'node:vm';

for (const text of ['import("node:fs")', '(() => { const load = (name) => import(name); return load("node:path"); })()']) {
  await vm.runInThisContext(text).catch((e) => console.log(e.name, e.code, e.message));
}
await new vm.Script('import("./x.mjs")', { filename: 'named.js' }).runInThisContext().catch((e) => console.log(e.code));
console.log(vm.runInThisContext('({ import(a) { return a; } }).import("a method")'), Object.keys(globalThis).length > 0);
