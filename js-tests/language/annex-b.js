// What Annex B of the language asks for: HTML methods, years, accessor methods; well-formed strings.
// Expect-Stdout-File: annex-b.golden
// Needs-Node: 24
'use strict';

const T = (f) => {
  try {
    const r = f();
    return typeof r === 'object' ? JSON.stringify(r) : String(r);
  } catch (e) {
    return e.name + ': ' + e.message;
  }
};
const P = console.log;
P('a"b'.anchor('x"y'),'a'.big(),'a'.link(),'a'.fontcolor('r"'),T(()=>String.prototype.anchor.call(null)),'a'.sub(),'a'.fixed(),'abc'.substr(-2,1));
const d=new Date(2020,5,1);P(d.getYear(),d.setYear(99),d.getFullYear(),d.setYear(NaN),d.getYear(),Date.prototype.toGMTString===Date.prototype.toUTCString,T(()=>Date.prototype.getYear.call(1)),T(()=>Date.prototype.setYear.call(1)));
const o={};P(T(()=>o.__defineGetter__('a',1)),T(()=>o.__defineSetter__('a')),T(()=>Object.prototype.__defineGetter__.call(null,'a',()=>1)),T(()=>Object.prototype.__lookupGetter__.call(undefined,'a')),o.__defineGetter__('a',()=>5),o.a,typeof o.__lookupGetter__('a'),o.__lookupSetter__('a'),JSON.stringify(Object.getOwnPropertyDescriptor(o,'a')));
P(T(()=>Object.freeze({}).__defineGetter__('a',()=>1)));
P(T(()=>String.prototype.isWellFormed.call(null)),T(()=>String.prototype.toWellFormed.call(undefined)),'a\ud800'.toWellFormed()==='a\ufffd','\ud83d\ude00'.isWellFormed());
P(escape('a b\xe9\u20ac+/'), unescape('%u20AC%E9%zz'));
