// What frames are called, by where the function was assigned.
function at(label) {
  const line = new Error('x').stack.split('\n')[2].trim();
  print(label + ': ' + line);
}
class A {
  constructor() { at('constructor'); this.own = function () { at('own'); }; this.arrow = () => at('own arrow'); }
  method() { at('method'); [1].map(() => at('arrow in method')); }
  static create() { at('static'); }
  get got() { at('getter'); return 1; }
  set got(v) { at('setter'); }
  #hidden() { at('private'); }
  callHidden() { this.#hidden(); }
  static #hiddenStatic() { at('static private'); }
  static callStatic() { this.#hiddenStatic(); }
  ['comp' + 1]() { at('computed'); }
  ['lit']() { at('literal key'); }
  'quoted'() { at('quoted'); }
  'a b'() { at('a b'); }
  12() { at('number'); }
  field = () => at('arrow field');
  field2 = function () { at('function field'); };
  init = at('field initializer');
  static sf = () => at('static field');
  static si = at('static initializer');
  static { at('static block'); }
  async later() { at('async method'); }
  *generate() { at('generator method'); }
  [Symbol.iterator]() { at('symbol method'); return { next: () => ({ done: true }) }; }
}
const a = new A();
a.method(); A.create(); a.got; a.got = 1; a.callHidden(); A.callStatic(); a.comp1(); a.lit(); a.quoted(); a['a b'](); a[12]();
a.field(); a.field2(); A.sf(); a.later(); a.generate().next(); [...a]; a.own(); a.arrow();
class B extends A { constructor() { super(); at('subclass constructor'); } sub() { at('subclass method'); } static ss() { at('subclass static'); } }
new B().sub(); B.ss();
const Anonymous = class { constructor() { at('anonymous class'); } m() { at('its method'); } };
new Anonymous().m();
const Renamed = class Named { constructor() { at('named class'); } m() { at('its method'); } };
new Renamed().m();
(new (class { constructor() { at('no name'); } m() { at('no name method'); } })()).m();

const o = {
  m() { at('object method'); }, f: function () { at('object function'); }, arrow: () => at('object arrow'),
  named: function nm() { at('object named function'); }, get g() { at('object getter'); return 1; },
  n: { deep() { at('nested'); }, f: function () { at('nested function'); }, async am() { at('nested async'); } },
  'a-b'() { at('a-b'); }, 3() { at('3'); }, ['c' + 1]: function () { at('computed key'); },
};
o.m(); o.f(); o.arrow(); o.named(); o.g; o.n.deep(); o.n.f(); o.n.am(); o['a-b'](); o[3](); o.c1();

exports.foo = function () { at('exports'); }; exports.foo();
exports.bar = () => at('exports arrow'); exports.bar();
exports.baz = function named() { at('exports named'); }; exports.baz();
module.exports.qux = function () { at('module.exports'); }; module.exports.qux();

function F() { this.inner = function () { at('this.inner'); }; }
F.prototype.bar = function () { at('prototype'); };
F.prototype.arrow = () => at('prototype arrow');
F.prototype.named = function nn() { at('prototype named'); };
F.prototype['q-r'] = function () { at('prototype q-r'); };
F.st = function () { at('static of a function'); };
const f = new F(); f.inner(); f.bar(); f.arrow(); f.named(); f['q-r'](); F.st();
function G() {}
G.prototype = { q: function () { at('prototype literal'); }, r() { at('prototype literal method'); } };
new G().q(); new G().r();
const P = F.prototype; P.via = function () { at('via alias'); }; f.via();

const v = function () { at('variable'); }; v();
const w = () => at('arrow variable'); w();
let x; x = function () { at('assigned'); }; x();
let y; x = y = function () { at('assigned twice'); }; y();
x = 1 ? function () { at('conditional'); } : 0; x();
x = null || function () { at('or'); }; x();
x = (1, function () { at('comma'); }); x();
const { d = function () { at('default'); } } = {}; d();
(function () { at('called at once'); })();
(() => at('arrow called at once'))();
(function named() { at('named, called at once'); (function () { at('nested'); })(); })();
function call(fn) { fn(); }
call(function () { at('argument'); }); call(() => at('arrow argument'));
function give() { return function () { at('returned'); }; } give()();
function give2() { return { m: function () { at('returned in an object'); } }; } give2().m();
a.dyn = function () { at('member'); }; a.dyn();
a['x y'] = function () { at('quoted member'); }; a['x y']();
const nest = {}; nest.a = {}; nest.a.b = function () { at('nested member'); }; nest.a.b();
function h() { return a; } h().b = function () { at('member of a call'); }; a.b();
function* gg() { at('generator'); } gg().next();
async function af() { at('async'); } af();
function dflt(q = () => at('parameter default')) { q(); } dflt();
for (let i = 0; i < 1; i++) { (function () { at('in a loop'); })(); }
try { throw (() => at('in throw'))(); } catch {} finally { (() => at('in finally'))(); }
switch (1) { case 1: (function () { at('in a case'); })(); }
label: { (function () { at('in a label'); })(); break label; }
do { (() => at('in do'))(); } while ((() => at('in while'))());
for (const k in (() => { at('in for in'); return { k: 1 }; })()) (() => at(k))();
`${(() => at('in a template'))()}`;
[1].map(function cb() { at('map callback'); });
[2, 1].sort(() => { at('sort callback'); return 0; });
new Promise(function () { at('executor'); });
