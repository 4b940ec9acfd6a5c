// module.findPackageJSON and Module._readPackage.
// Expect-Stdout-File: find-package-json.golden
'use strict';

const fs = require('fs');
const path = require('path');
const module_ = require('module');
const { pathToFileURL } = require('url');
const { tmpdir } = require('../common');

const dir = fs.realpathSync(tmpdir());
const lib = path.join(dir, 'node_modules', 'a', 'lib');
fs.mkdirSync(lib, { recursive: true });
fs.writeFileSync(path.join(dir, 'package.json'), '{"name":"z"}');
fs.writeFileSync(path.join(lib, '..', 'package.json'), '{"name":"a","exports":{"./x":"./lib/x.js"}}');
fs.writeFileSync(path.join(lib, 'package.json'), '{"type":"module"}');
fs.writeFileSync(path.join(lib, 'x.js'), '');
const from = path.join(dir, 'a.js');
for (const args of [
  ['a', from], ['a/lib', from], ['..', path.join(lib, 'x.js')], ['.', path.join(lib, 'x.js')],
  ['./x.js', path.join(lib, 'y.js')], [pathToFileURL(path.join(lib, 'x.js'))], ['a', pathToFileURL(from)],
  ['nopkg', from], ['./nowhere', from], ['a', 1], [], ['/x/y'],
]) {
  try {
    console.log(path.relative(dir, module_.findPackageJSON(...args)));
  } catch (err) {
    console.log(err.code, err.message.replaceAll(dir, ''));
  }
}
const read = module_._readPackage(dir);
console.log(read.name, read.type, read.exists, path.relative(dir, read.pjsonPath));
console.log(module_._readPackage(path.join(dir, 'none')).exists);
console.log(module_._stat(dir), module_._stat(path.join(lib, 'x.js')), module_._stat(path.join(dir, 'none')) < 0);
