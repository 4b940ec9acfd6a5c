// Script, compileFunction and the arguments of vm's functions; timeouts.
// Expect-Stdout-File: script.golden
// Needs-Node: 24
'use strict';

const vm = require('vm');
const { transcript } = require('../common');

const log = transcript();
function attempt(name, fn) {
  try {
    log(name, fn());
  } catch (err) {
    log(name, err.name, err.code, err.message);
  }
}

const s = new vm.Script('1;//# sourceMappingURL=foo.map');
const bad = [5, null, 'x', {}];
for (const v of bad) {
  attempt('runInThisContext', () => s.runInThisContext(v));
  attempt('runInContext', () => s.runInContext(v));
  attempt('lineOffset', () => new vm.Script('1', { lineOffset: v }));
  attempt('filename', () => new vm.Script('1', { filename: v }));
  attempt('timeout', () => s.runInThisContext({ timeout: v }));
  attempt('name', () => vm.createContext({}, { name: v }) && 'ok');
  attempt('params', () => typeof vm.compileFunction('1', v));
  attempt('parsingContext', () => typeof vm.compileFunction('1', [], { parsingContext: v }));
  attempt('contextExtensions', () => typeof vm.compileFunction('1', [], { contextExtensions: v }));
}
attempt('sourceMapURL', () => s.sourceMapURL);
attempt('syntax', () => new vm.Script('x x'));
attempt('microtaskMode', () => vm.createContext({}, { microtaskMode: 'x' }));
attempt('frozen', () => vm.runInNewContext('a', Object.freeze({ a: 1 })));
attempt('function', () => vm.compileFunction('return a + b', ['a', 'b'])(1, 2));
attempt('extension', () => vm.compileFunction('return a', [], { contextExtensions: [{ a: 4 }] })());
attempt('text', () => String(vm.compileFunction('return x', ['y'])));
const context = vm.createContext({ inner: 1 });
attempt('in context', () => vm.compileFunction('return [inner, typeof process, this === globalThis]', [], { parsingContext: context })());
attempt('new context', () => vm.runInNewContext('timeout', {}, { timeout: 1000 }));
attempt('timeout', () => vm.runInNewContext('while (true);', {}, { timeout: 20 }));
attempt('timeout', () => vm.runInThisContext('try { while (true); } finally { globalThis.reached = 1 }', { timeout: 20 }));
attempt('not reached', () => globalThis.reached);
attempt('nested', () => vm.runInThisContext('require2("vm").runInThisContext("while (true);", { timeout: 20 })', { timeout: 5000 }));
globalThis.require2 = require;
attempt('nested', () => vm.runInThisContext('require2("vm").runInThisContext("while (true);", { timeout: 5000 })', { timeout: 20 }));
attempt('in time', () => vm.runInThisContext('5', { timeout: 1000 }));
attempt('lexical', () => vm.runInThisContext('let topLevel = 1; var topVar = 2; this === globalThis'));
attempt('lexical', () => vm.runInThisContext('[topLevel, topVar, globalThis.topLevel]').join());
attempt('place', () => vm.runInThisContext('\nnew Error("x").stack', { filename: 'place.js', lineOffset: 10 }).split('\n')[1]);
attempt('place', () => vm.runInContext('new Error("x").stack', context, { filename: 'place.js', columnOffset: 10 }).split('\n')[1]);
attempt('vanilla', () => vm.runInContext('this.x = 1; typeof Array', vm.createContext(vm.constants.DONT_CONTEXTIFY)));
attempt('no strings', () => vm.runInNewContext('eval("1")', {}, { contextCodeGeneration: { strings: false } }));
