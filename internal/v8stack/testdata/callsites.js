// CallSite objects.
const sites = () => { const old = Error.prepareStackTrace; Error.prepareStackTrace = (e, c) => c; const s = new Error().stack; Error.prepareStackTrace = old; return s; };
const names = Object.getOwnPropertyNames(Object.getPrototypeOf(sites()[0]));
print(names.join());
const show = (label, site) => {
  print(label + ': ' + String(site));
  for (const n of names) {
    if (['constructor', 'toString', 'getThis', 'getFunction', 'getScriptHash'].includes(n)) continue;
    const v = site[n]();
    print('  ' + n + ' ' + (v === undefined ? 'undefined' : JSON.stringify(v)));
  }
};
class A { m() { return sites(); } constructor(x) { if (x) this.sites = sites(); } static s() { return sites(); } get g() { return sites(); } }
show('method', new A().m()[1]);
show('constructor', new A(1).sites[1]);
show('static', A.s()[1]);
show('getter', new A().g[1]);
show('module', sites()[1]);
(function () { 'use strict'; show('function', sites()[1]); })();
function named() { return sites()[1]; }
show('named', named());
show('arrow', (() => sites()[1])());
show('native', [1].map(() => sites()[2])[0]);
const site = sites()[0];
print([Object.prototype.toString.call(site), Object.keys(site).length, site.constructor.name, /^[0-9a-f]{64}$/.test(site.getScriptHash())].join());
try { site.getFileName.call({}); } catch (e) { print(String(e)); }
const d = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(site), 'getFileName');
print([d.writable, d.enumerable, d.configurable, d.value.length, d.value.name].join());
