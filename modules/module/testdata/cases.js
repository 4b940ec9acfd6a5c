// What require and require('module') do in the tree of tree.json. Runs on Node
// (record.js) and on this loader; print writes a line with the tree's root
// replaced.
'use strict';
const M = require('module');
const root = __dirname;
const r = M.createRequire(root + '/main.js');
const props = (e) => JSON.stringify(Object.fromEntries(Object.entries(e)));
function t(label, fn) {
  try {
    const v = fn();
    print('ok ' + label + ': ' + (typeof v === 'string' ? v : typeof v === 'function' ? 'function' : JSON.stringify(v)));
  } catch (e) {
    print('throws ' + label + ': ' + e.constructor.name + ' ' + JSON.stringify(e.message) + ' ' + props(e));
  }
}
const own = (list) => list && list.filter((p) => p.startsWith(root));

for (const x of [undefined, null, 5, '', {}, [], true]) {
  const name = x === undefined ? 'undefined' : JSON.stringify(x);
  t('require ' + name, () => r(x));
  t('resolve ' + name, () => r.resolve(x));
  t('paths ' + name, () => own(r.resolve.paths(x)));
  t('prototype.require ' + name, () => M.prototype.require.call(new M('q'), x));
}
t('require symbol', () => r(Symbol('a')));
for (const x of ['./nope', 'nope', '/nope/x', 'node:nope', 'node:', 'test', '#x', '#', '#/x', '@s/nope', '@s', 'a/../../b', './d/', 'fs/', 'sqlite', 'internal/util', 'node:internal/util', '.', '..', './selfp', '..foo', '.foo', './', '../']) {
  t('require ' + x, () => r(x));
}
t('resolve node:nope', () => r.resolve('node:nope'));
for (const x of ['fs', 'node:fs', 'node:test', 'path/posix']) t('resolve ' + x, () => r.resolve(x));
t('fs', () => r('fs') === r('node:fs') && r('fs') === require('fs'));
t('module', () => r('module') === M && M.Module === M);

t('paths', () => r.resolve('x', { paths: ['/q'] }));
for (const paths of [5, null, {}, 'x', [5], [], undefined]) t('paths ' + JSON.stringify(paths), () => r.resolve('x', { paths }));
t('options null', () => r.resolve('./main', null));
t('options string', () => r.resolve('./main', 'x'));
t('paths relative', () => r.resolve('./main', { paths: [root] }));
t('paths relative missing', () => r.resolve('./main', { paths: ['/q', '/z'] }));
t('paths bare', () => r.resolve('e1', { paths: ['/q', root + '/selfp/deep'] }));
t('paths inner', () => r.resolve('inner', { paths: [root + '/selfp/deep'] }));
t('paths none', () => r.resolve('inner', { paths: [root] }));
t('paths undefined', () => r.resolve('./main', { paths: undefined }));
t('paths empty bare', () => r.resolve('e1', { paths: [] }));
for (const x of ['x', './x', '../x', '/x', '.', '..', '.x', '..x', '#x', 'fs', 'node:fs', '@a/b']) t('resolve.paths ' + x, () => own(r.resolve.paths(x)));

for (const x of ['bad.json', 'bad2.json', 'bad3', 'bom.json', 'trunc.json', 'data.json']) t(x, () => r('./' + x));
t('data', () => [Object.keys(r('./data')), Object.getPrototypeOf(r('./data')) === Object.prototype]);
for (const x of ['badpkg', 'badpkg/x', 'badpkg2', 'badpkg3', 'badpkg4', 'badpkg5', 'badpkg6', 'bompkg', 'mainmissing', 'mainidx', './node_modules/mainmissing', './node_modules/mainmissing/']) t('resolve ' + x, () => r.resolve(x));

const sub = (pkg, list) => { for (const s of list) t(pkg + ' ' + s, () => r.resolve(s === '.' ? pkg : pkg + '/' + s)); };
sub('e1', ['.', 'a.js', 'package.json', '', '/a.js', './a.js']);
sub('e2', ['.', 'n', 'arr', 'arr2', 'arr3', 'arr4', 't1', 't2', 't3', 't4', 't5', 't6', 't7', 't8', 't9', 't10', 't11', 't12', 't13', 't14', 't15', 'nest', 'nest2', 'und', 'fallthru', 'num', 'num2', 'enc', 'enc2', 'enc3', 'enc4', 'enc5', 'enc6', 'sp', 'u', 'q', 'h', 'empty', 'dot', 'dots', 'missing', 'd', 'arrn', 'arrbad', 'arrbn', 'arrnb', 'arrcond', 'obj', 'dup', 'star', 'node', '%6eode', 'zz', 'n/']);
sub('e3', ['.', 'f/a.js', 'f/a', 'f/b.mjs', 'f/priv/x', 'f/', 'f/../a.js', 'f/%2e%2e/a.js', 'f/node_modules/q', 'f//a.js', 'f/./a.js', 'g/y/z', 'h/y', 'c.json', 'i/a.js', 'i/', 'j/a', 'k.js', 'l/a/b', 'm/x', 'n/a', 'zsuffix', 'suffix', 'f/a%2fb', 'f/..', 'f/*', 'F/a.js', 'nope', 'sp/a b.js', 'sp/a%20b.js', 'sp/ü.js', 'sp/x#y', 'sp/x?y', 'o/a.js', 'o/xa.js', 'o/x', 'f/NODE_MODULES/q']);
for (const p of ['e4', 'e4b', 'e5', 'e5/x', 'e6', 'e7', 'e8', 'e9', 'e10', 'e11', 'e12', 'e15', 'e16', 'e17', 'e18', 'e19', 'e20', 'e21', '@s/p', '@s/p/x', '@s/p/y', '@s/plain', '@s/plain/sub', '@s/plain/sub.js', '@s/plain/nope', 'plain', 'plain/sub', 'plain/sub/', 'plain/nope', 'onlyfile', 'onlyjson', 'onlyfile.js', 'onlyfile/']) t('resolve ' + p, () => r.resolve(p));

const rs = M.createRequire(root + '/selfp/deep/x.js');
for (const s of ['selfn', 'selfn/sub', 'selfn/nope', 'selfn/m', 'selfnx', '#a', '#b', '#dep', '#dep2/a.js', '#nfs', '#null', '#bad', '#bad2', '#arr', '#p/s', '#p/s.js', '#missing', '#cond', '#url', '#abs', '#none', '#self', '#hash', '#e2', '#t', '#up', '#', '#/x', '#nope', '#lib/s.js', '#p/', '#p/../x', '#p//s', '#plain', '#plain2', '#idx', '#mm', '#file', '#badname', '#dotname', 'inner', '../s', '../../main']) t('self ' + s, () => rs.resolve(s));
t('self name without exports', () => M.createRequire(root + '/selfnoexp/x.js').resolve('sn'));
t('imports is a number', () => M.createRequire(root + '/badimp/x.js').resolve('#a'));
for (const x of ['#a', './y', 'e1']) t('broken package ' + x, () => M.createRequire(root + '/badimp2/x.js')(x));

for (const x of ['rel/x', 5, undefined, 'http://a/b', 'file:///a/b', '/dir/', {}, '.', null, 'file://host/a', '']) t('createRequire ' + (x === undefined ? x : JSON.stringify(x)), () => M.createRequire(x));
t('createRequire directory', () => own(M.createRequire(root + '/selfp/').resolve.paths('x')));
t('createRequire file', () => own(M.createRequire(root + '/selfp').resolve.paths('x')));
t('createRequire URL', () => M.createRequire('file://' + root + '/a%20b.js').resolve('./main'));
for (const x of ['fs', 'node:fs', 'test', 'node:test', 'nope', 'node:nope', 5, undefined, 'fs/promises', 'sys', 'node:sys', 'internal/util', 'fs/', '', 'node:']) t('isBuiltin ' + x, () => M.isBuiltin(x));

t('throws', () => r('./throws'));
t('throws again', () => r('./throws'));
t('and is not cached', () => Object.keys(M._cache).filter((x) => x.includes('throws')));
for (const x of ['hb', 'ext.foo', 'noext', 'bomjs', 'ret', '.dot', '.dot.js', 'a.b.c', 'a.b', 'c1', 'strict', 'sloppy', 'args', 'circself', 'replace', 'exp']) t(x, () => r('./' + x));
t('the same', () => r('./c1') === r('./c1.js') && r('./c1') === r(root + '/c1') && r('./c1') === r('./selfp/../c1'));
t('node', () => { try { r('./node.node'); } catch (e) { return e.code; } });
t('chain', () => r('./chain1'));
t('syntax error', () => r('./synt'));
for (const x of ['dirmain', 'dirmain2', 'dirmain3', 'dirmain4', 'dirmain5', 'f', 'f/', 'f/.', 'f/..', 'f.js/', 'dirmain/', 'dirmain/.', 'dirmain/lib', 'dirmain4/lib', 'dirmain4/lib/']) t('resolve ' + x, () => r.resolve('./' + x));
t('absolute', () => r.resolve(root + '/main'));
t('absolute directory', () => r.resolve(root + '/f/'));
t('.. of a package', () => M.createRequire(root + '/dirmain/lib/index.js').resolve('..'));
t('. of a package', () => M.createRequire(root + '/dirmain/x.js').resolve('.'));

t('wrap', () => [M.wrap('x'), M.wrap(), M.wrap(5)]);
t('wrapper', () => M.wrapper);
t('_load', () => [M._load('fs') === require('fs'), M._load(root + '/f.js') === r('./f')]);
t('_load missing', () => M._load('./nope'));
t('_load missing with parent', () => M._load('./nope', module));
t('_resolveFilename', () => M._resolveFilename('./main', { id: root + '/a.js', filename: root + '/a.js', paths: [] }));
t('_resolveFilename null', () => M._resolveFilename('nope', null));
t('_resolveFilename fake parent', () => M._resolveFilename('./nope', { id: '<repl>', paths: [] }));
t('_resolveFilename options', () => M._resolveFilename('./main', null, false, { paths: [root] }));
t('_nodeModulePaths', () => [M._nodeModulePaths('/a/node_modules/b/c'), M._nodeModulePaths('/'), M._nodeModulePaths('/node_modules'), M._nodeModulePaths('/a/b/'), M._nodeModulePaths('/a/node_modules_x/node_modules')]);
t('_findPath', () => [M._findPath('./main', [root]), M._findPath('./zzz', [root]), M._findPath(root + '/main', null), M._findPath('x', []), M._findPath('e1', [root + '/node_modules'])]);
t('_resolveLookupPaths', () => [M._resolveLookupPaths('./x', null), M._resolveLookupPaths('./x', { id: '1', filename: '/a/b.js' }), own(M._resolveLookupPaths('x', { paths: [root + '/p'] })), M._resolveLookupPaths('fs', null)]);

const shape = (m) => [m.id, m.path, m.filename, m.loaded, m.children, m.paths, m.parent === undefined, Object.keys(m)];
t('new Module(id)', () => shape(new M('id')));
t('new Module()', () => shape(new M()));
t('new Module(path)', () => shape(new M('/a/b.js', undefined)));
t('instance', () => { const m = new M('/a/b.js', module); return [m.parent === module, module.children.includes(m), m instanceof M, m.constructor === M, m.isPreloading, m.require === M.prototype.require]; });
t('parent can be set', () => { const m = new M('x'); m.parent = 5; return m.parent; });
t('inherited', () => { function My(id) { M.call(this, id); } Object.setPrototypeOf(My.prototype, M.prototype); const m = new My('/a/b.js'); m.filename = root + '/main.js'; m.paths = M._nodeModulePaths(root); return [m.id, m.path, m instanceof M, m.require('./args').length]; });
t('class', () => { class My extends M {} const m = new My('/a/b.js'); return [m.id, m instanceof My, m instanceof M]; });
t('this module', () => [module instanceof M, module.filename === __filename, module.id, module.loaded, module.path === __dirname, own(module.paths), module.parent === null || module.parent === undefined, require.main === module, require.cache[__filename] === module, require.cache === M._cache, require.extensions === M._extensions]);
t('mm2', () => require('./mm2'));
t('children', () => module.children.map((c) => c.id).filter((x) => x.includes('mm2')));
t('require', () => [require.name, require.length, Object.keys(require), require.resolve.name, require.resolve.length, Object.keys(require.resolve), require.resolve.paths.length]);
t('tables', () => [Object.keys(M._extensions), Object.getPrototypeOf(M._cache), Object.getPrototypeOf(M._extensions), Object.getPrototypeOf(M._pathCache), Array.isArray(M.globalPaths)]);
t('findSourceMap', () => M.findSourceMap('x') === undefined);
t('constants', () => M.constants);
t('sync', () => M.syncBuiltinESMExports() === undefined);
t('missing file', () => M._extensions['.js'](new M('x'), '/nonexistent'));
t('missing json', () => M._extensions['.json'](new M('x'), '/nonexistent'));

t('compile', () => { const m = new M(root + '/virt.js'); m.filename = root + '/virt.js'; m.paths = []; const v = m._compile('module.exports = [__filename, __dirname, require.main === process.mainModule, new Error("x").stack.split("\\n")[1]]; return 7', root + '/virt.js'); return [m.exports, v]; });
t('compile syntax error', () => { const m = new M('x'); m._compile('let x = ;', root + '/virt.js'); });
t('compiled require', () => { const m = new M(root + '/selfp/v.js'); m.filename = root + '/selfp/v.js'; m.paths = M._nodeModulePaths(root + '/selfp'); m._compile('module.exports = [require("./s"), require("inner") !== undefined, require.resolve("inner")]', m.filename); return m.exports; });

t('cache: replaced', () => { require.cache[require.resolve('./mm2')] = { exports: 'fake' }; return require('./mm2'); });
t('cache: deleted', () => { delete require.cache[require.resolve('./mm2')]; return require('./mm2').m; });
t('cache: a built-in', () => { require.cache.fs = { exports: 'fakefs' }; try { return [require('fs'), typeof require('node:fs')]; } finally { delete require.cache.fs; } });
t('extension', () => { M._extensions['.foo'] = (m, f) => { m.exports = 'FOO ' + f.slice(root.length); }; try { return [require('./zz'), r('./ext.foo')]; } finally { delete M._extensions['.foo']; } });
t('long extension', () => { M._extensions['.b.c.js'] = (m) => { m.exports = 'long'; }; delete require.cache[root + '/a.b.c.js']; try { return r('./a.b.c.js'); } finally { delete M._extensions['.b.c.js']; } });
t('_load replaced', () => {
  const load = M._load, seen = [];
  M._load = function (request, parent, isMain) { seen.push([request, parent === module, isMain, this === M]); return request === 'mocked' ? 'mock' : load.apply(this, arguments); };
  try { return [require('mocked'), typeof require('./mm2'), seen]; } finally { M._load = load; }
});
t('_resolveFilename replaced', () => {
  const resolve = M._resolveFilename, seen = [];
  M._resolveFilename = function (request, parent, isMain) { seen.push([request, parent === module, isMain, this === M]); return request === 'virtual' ? '/virt/x.js' : resolve.apply(this, arguments); };
  require.cache['/virt/x.js'] = { exports: 'V', loaded: true };
  try { return [require('virtual'), require.resolve('virtual'), require.resolve('./mm2').slice(root.length), seen]; } finally { M._resolveFilename = resolve; delete require.cache['/virt/x.js']; }
});
t('hook in .js', () => {
  const js = M._extensions['.js'];
  M._extensions['.js'] = function (m, f) { const compile = m._compile; m._compile = function (code, f2) { m._compile = compile; return m._compile(code.replace('1', '2'), f2); }; js(m, f); };
  try { return require('./hook1'); } finally { M._extensions['.js'] = js; }
});
t('prototype.require replaced', () => { const req = M.prototype.require; M.prototype.require = function (id) { return 'R ' + id; }; try { return require('anything'); } finally { M.prototype.require = req; } });
t('prototype._compile replaced', () => { const c = M.prototype._compile; M.prototype._compile = function (code, f) { return c.call(this, 'module.exports = "C" + ' + code.length, f); }; delete require.cache[root + '/hook1.js']; try { return require('./hook1'); } finally { M.prototype._compile = c; } });
t('_findPath replaced', () => { const f = M._findPath; M._findPath = (request, ...rest) => request === 'found' ? root + '/f.js' : f(request, ...rest); try { return require.resolve('found').slice(root.length); } finally { M._findPath = f; } });
t('_nodeModulePaths replaced', () => { const f = M._nodeModulePaths; M._nodeModulePaths = () => [root + '/selfp/node_modules']; try { return M.createRequire(root + '/x.js').resolve('inner').slice(root.length); } finally { M._nodeModulePaths = f; } });
t('wrapper edited', () => { const head = M.wrapper[0]; M.wrapper[0] = '(function (exports, require, module, __filename, __dirname) { var injected = 7;'; try { return require('./hook2'); } finally { M.wrapper[0] = head; } });
t('wrap replaced', () => { const wrap = M.wrap; M.wrap = (s) => wrap('exports.w = 1;' + s); try { return require('./hook3'); } finally { M.wrap = wrap; } });
