// Specifiers, namely relative URLs, packages by exports and imports, the package
// itself, and what is wrong with others.
// Expect-Stdout-File: resolution.golden
import self, { where } from 'esm-tests';
import { extra } from 'esm-tests/extra/one';
import either from 'esm-tests/either';
import inner from '#inner';
import cond from '#cond';
import state, { url } from './fixtures/state.mjs';
import again, { url as otherURL } from './fixtures/state.mjs?query#hash';
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import common from '../common.js';

console.log(self, where, extra, either, inner === self, cond, createRequire(import.meta.url)('esm-tests/either'));
console.log(state(), state(), again(), otherURL.slice(url.length));
const { default: byURL } = await import(new URL('./fixtures/state.mjs', import.meta.url));
console.log(byURL === state, (await import(url)).default === state);

const dir = fs.realpathSync(common.tmpdir());
const write = (name, text) => {
  fs.mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
  fs.writeFileSync(path.join(dir, name), text);
};
write('importer.mjs', 'export default (specifier, options) => import(specifier, options); export const { resolve } = import.meta;');
write('main.js', 'module.exports = 1');
write('a b#c?.mjs', 'export default import.meta.filename');
write('unknown.ext', '');
write('folder/index.js', '');
write('node_modules/main-js/package.json', '{"main":"lib"}');
write('node_modules/main-js/lib.js', 'exports.a = "main-js"');
write('node_modules/indexed/index.js', 'exports.a = "indexed"');
write('node_modules/indexed/sub.js', 'exports.a = "sub"');
write('node_modules/@scope/pkg/package.json', '{"exports":{"import":"./m.mjs","default":"./c.cjs"}}');
write('node_modules/@scope/pkg/m.mjs', 'export const a = "scoped"');
write('node_modules/conditions/package.json', JSON.stringify({ exports: {
  '.': { node: { import: './import.mjs', require: './require.cjs' }, default: './default.js' },
  './null': null, './pattern/*.js': './*.mjs', './bad': 'no-dot.js', './escape/*': './x/*', './missing': './missing.mjs', './folder': './',
} }));
write('node_modules/conditions/import.mjs', 'export const a = "import"');
write('node_modules/broken/package.json', '{');
const importer = await import(pathToFileURL(path.join(dir, 'importer.mjs')));
// What is said to be meant by a relative specifier depends on the working directory.
const withoutHint = (text) => text.replace(/\nDid you mean to import "\..*/, '');
const place = (text) => text.replaceAll(pathToFileURL(dir).href, '<url>').replaceAll(dir, '<dir>');
for (const specifier of [
  'main-js', 'indexed', 'indexed/sub.js', 'indexed/sub', '@scope/pkg', '@scope/pkg/sub', '@scope', 'conditions', 'conditions/null',
  'conditions/pattern/import.js', 'conditions/bad', 'conditions/escape/../../x', 'conditions/missing', 'conditions/other',
  'broken', 'missing', './main', './main.js', './folder', './folder/', './missing.js', './a%20b%23c%3F.mjs', './unknown.ext', './a%2fb.mjs', '#nothing', '#', '#a/',
  'http://example.com/x.mjs', 'ftp:x', '.', '/', 'file:///nowhere/x.mjs', './%zz.mjs', 'a\\b', '.hidden', '%41',
]) {
  await importer.default(specifier).then(
    (ns) => console.log(specifier, '->', place(String(ns.a ?? ns.default))),
    (e) => console.log(specifier, '->', e.name, e.code, place(withoutHint(e.message)), e.url && place(e.url)));
}
for (const specifier of ['./missing.mjs', './folder', 'fs', 'node:nothing', 'conditions', 'missing', 'http://example.com/x', 5]) {
  try {
    console.log('resolve', specifier, place(importer.resolve(specifier)));
  } catch (e) {
    console.log('resolve', specifier, e.code, place(e.message));
  }
}
for (const specifier of ['./x.mjs', 'missing', 'node:path']) {
  await import(`data:text/javascript,export * from ${JSON.stringify(specifier)}`).then(
    (ns) => console.log(typeof ns.join), (e) => console.log(e.name, e.code, e.message));
}
