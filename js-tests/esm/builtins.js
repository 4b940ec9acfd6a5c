// Built-in modules have their properties as named exports.
// Expect-Stdout-File: builtins.golden
import path, { join, posix } from 'node:path';
import * as ns from 'path';
import { syncBuiltinESMExports, builtinModules } from 'node:module';
import process, { argv } from 'node:process';
import events, { EventEmitter, once } from 'events';
import { readFile } from 'node:fs/promises';
import fs from '#fs';

console.log(join('a', 'b'), path.join === join, ns.default === path, posix === path.posix, Object.keys(ns).includes('default'));
console.log(process === globalThis.process, argv === process.argv, events === EventEmitter, typeof once, typeof readFile);
console.log(fs.promises.readFile === readFile, builtinModules.includes('path'));
path.join = () => 'patched';
path.extra = 1;
console.log(path.join(), join('a', 'b'), ns.join('a', 'b'));
syncBuiltinESMExports();
console.log(join(), ns.join(), ns.extra);
for (const name of ['node:nothing', 'nothing', 'node:test/nothing', 'node:']) {
  await import(name).catch((e) => console.log(e.code, e.message.split(' imported')[0]));
}
