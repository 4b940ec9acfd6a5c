// Where V8 sees calls, new and throws.
function show() { print(new Error('x').stack.split('\n')[2].trim()); }
const o = { show, f() { return show; }, n: { show } };
o['show'](); o.show(); show  (); o.f()(); o?.show(); o.show?.(); o.n.show(); new show(); new o.show();
const k = 'show'; o[k](); o.n[k](); (() => show())(); (function () { show(); })();
class A { constructor() { show(); } }
class B extends A { constructor() {   super(); } }
new B();
o
  .n
  .show();
[show][0](); (o.f())();
const [a = show()] = []; for (const x of (show(), [1])); if (1) show();
const s = 'äö€😀'; show(); /* ä */ o.show('ü'); show();
	show();	show();
