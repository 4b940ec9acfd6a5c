// What packages patch: require.extensions, Module._load, Module.prototype
// .require and module._compile.
// Expect-Stdout-File: hooks.golden
'use strict';

const Module = require('module');
const { transcript } = require('../common');

const log = transcript();

const original = require.extensions['.js'];
require.extensions['.txt'] = (module, filename) => {
  log('extension', filename.endsWith('no-extension') || filename.endsWith('.js'));
  module._compile('module.exports = "compiled " + __filename.split(/[\\\\/]/).pop();', filename);
};
require.extensions['.js'] = (module, filename) => {
  log('js hook', filename.slice(__dirname.length));
  return original(module, filename);
};
log(require('./fixtures/dir-index'));
require.extensions['.js'] = original;

const { _load } = Module;
Module._load = function(request, parent, isMain) {
  log('_load', request, parent === module, isMain);
  return request === 'virtual' ? { virtual: true } : _load.apply(this, arguments);
};
log(JSON.stringify(require('virtual')), require('path') === process.mainModule.require('path'));
Module._load = _load;

const { require: protoRequire } = Module.prototype;
Module.prototype.require = function(id) {
  log('prototype require', id);
  return protoRequire.call(this, id);
};
require('./fixtures/dotted.name');
Module.prototype.require = protoRequire;

const made = new Module('made-id', module);
made._compile('exports.sum = 1 + 1; exports.name = __filename; exports.dir = __dirname;', '/virtual/made.js');
log(made.id, made.exports.sum, made.exports.name, made.exports.dir, made.loaded);
