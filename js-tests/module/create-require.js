// module.createRequire, builtinModules, isBuiltin and the node: prefix.
// Expect-Stdout-File: create-require.golden
// Needs-Node: 24
'use strict';

const module_ = require('module');
const path = require('path');
const { pathToFileURL } = require('url');
const { transcript } = require('../common');

const log = transcript();
const { createRequire, isBuiltin, builtinModules } = module_;
const file = path.join(__dirname, 'fixtures', 'anything.js');

log(createRequire(file)('./same-name'), createRequire(pathToFileURL(file))('./same-name'), createRequire(pathToFileURL(file).href)('./same-name'),
    createRequire(path.join(__dirname, 'fixtures') + path.sep)('./dotted.name'));
for (const bad of ['relative.js', undefined, 5, 'http://example.com/x.js']) {
  try {
    createRequire(bad);
    log('no error');
  } catch (err) {
    log(err.name, err.code, err.message.split('\n')[0]);
  }
}
for (const name of ['fs', 'node:fs', 'fs/promises', 'node:fs/promises', 'stream/promises', 'test', 'node:test', 'node:sqlite', 'sqlite', 'left-pad', 'node:left-pad', '', 'FS']) {
  log(name, isBuiltin(name));
}
for (const name of ['assert', 'buffer', 'console', 'dns', 'events', 'fs', 'http', 'module', 'net', 'os', 'path', 'process', 'querystring', 'stream', 'string_decoder', 'timers', 'tls', 'tty',
                    'url', 'util', 'zlib', 'crypto', 'child_process', 'worker_threads', 'fs/promises', 'util/types']) {
  log(name, builtinModules.includes(name), require('node:' + name) === require(name));
}
log(module_ === module_.Module, module_.name, typeof module_._load, typeof module_._resolveFilename, typeof module_._nodeModulePaths, module_.wrap('X'));
