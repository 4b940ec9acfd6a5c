// Objects of RegExp, receivers, constructor, results, statics of old, replace, split and match.
// Expect-Stdout-File: regexp-objects.golden
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
P(T(()=>RegExp.prototype.exec.call({},'')));P(T(()=>RegExp.prototype.exec.call(1,'')));P(T(()=>RegExp.prototype.exec.call(undefined,'')));P(T(()=>RegExp.prototype.exec.call('s','')));
P(T(()=>RegExp.prototype.test.call(1,'')));P(T(()=>RegExp.prototype.test.call({},'')));P(T(()=>RegExp.prototype.toString.call(1)));P(T(()=>RegExp.prototype.toString.call({source:1,flags:2})));
P(T(()=>RegExp.prototype.compile.call({},'')));P(T(()=>/a/.compile(/b/,'g')));
for (const k of ['source','global','flags','hasIndices','unicodeSets','ignoreCase']) { const g=Object.getOwnPropertyDescriptor(RegExp.prototype,k).get; P(k,T(()=>g.call({})),T(()=>g.call(1)),T(()=>g.call(RegExp.prototype))); }
for (const s of ['match','matchAll','replace','search','split']) P(s,T(()=>RegExp.prototype[Symbol[s]].call(1,'')),T(()=>String(RegExp.prototype[Symbol[s]].call({},''))));
P(T(()=>'a'.matchAll(/a/)));P(T(()=>'a'.replaceAll(/a/,'')));
class X extends RegExp{}; P(new X('a') instanceof X, Object.getPrototypeOf(new X('a'))===X.prototype, RegExp(/a/)===RegExp(/a/));
const r=/a/; P(RegExp(r)===r, new RegExp(r)===r, RegExp(r,'g')===r, new RegExp(r,'g').flags);
P(T(()=>{const e={exec(){return 1}};return RegExp.prototype.test.call(e,'a')}),T(()=>{const e={exec(){return 1}};return RegExp.prototype[Symbol.match].call(e,'a')}));
P(T(()=>RegExp()+''),T(()=>new RegExp('')+''),T(()=>new RegExp('/\n\u2028')+''),T(()=>new RegExp('[/]')+''), T(()=>new RegExp('\\/')+''));
P(T(()=>Object.getOwnPropertyNames(/a/)),T(()=>JSON.stringify(Object.getOwnPropertyDescriptor(/a/,'lastIndex'))));
const m=new RegExp('(?<y>a)(b)?','d').exec('xab'); P(m, m.indices, m.indices.groups); P(Object.keys(m),Object.getOwnPropertyNames(m), Object.keys(m.indices), Object.getOwnPropertyNames(m.indices));
P(/a/.exec('a'));P(Object.getPrototypeOf(m.groups));
P(T(()=>{const f=Object.freeze(/a/g);return f.test('a')}));P(T(()=>{const f=Object.freeze(/a/g);return f.test('b')}));P(T(()=>{const f=Object.freeze(/a/);return f.test('b')}));
/(a)(b)(c)/.exec('xxabcyy'); P(RegExp.$1,RegExp.$2,RegExp.$3,RegExp.$4,RegExp['$&'],RegExp['$`'],RegExp["$'"],RegExp['$+'],RegExp.lastMatch,RegExp.lastParen,RegExp.leftContext,RegExp.rightContext,RegExp.input,RegExp.$_);
'zq'.replace(/(q)/,'');P(RegExp.$1, RegExp.lastMatch); 'hello'.replace(/l/g,()=>RegExp.leftContext); P(RegExp.leftContext); RegExp.input='kk'; P(RegExp.input, RegExp.$_); RegExp.$1='x';P(RegExp.$1);
P(T(()=>Object.getOwnPropertyDescriptor(RegExp,'$1').get.call({})),T(()=>Object.getOwnPropertyDescriptor(RegExp,'input').set.call({},1)));
P(T(()=>RegExp.escape(1)),RegExp.escape('1a-b c\n\u2028\ud800/,é^$\\.*+?()[]{}|&#x~`\'"<>@!%:;='),RegExp.escape('_a'),RegExp.escape('-'),RegExp.escape('\ufeff'));
P('aBc'.replace(/b/i,"[$`|$&|$'|$$|$1|$<a>]"),'abc'.replace(/(?<n>b)(x)?/,"[$<n>|$1|$2|$3|$01|$10|$<q>|$<n]"));
P('abcabc'.replace(/(b)(?<n>c)/g,(...a)=>JSON.stringify(a)));
P('a1b2c'.split(/(\d)/), 'abc'.split(/(?:)/), ''.split(/a/), ''.split(/(?:)/), 'a,b,c'.split(/,/,2), 'a,b'.split(/,/,0), '𝒜b'.split(/(?:)/u), '𝒜b'.split(/(?:)/));
P('aaa'.match(/a/g),'aaa'.match(/b/g),'aba'.search(/b/), [...'a1b2'.matchAll(/[a-z](\d)/g)]);
const st=/a/y; P(st.test('ba'),st.lastIndex,st.test('ab'),st.lastIndex,'aab'.replace(/a/gy,'x'),'baa'.replace(/a/gy,'x'),'aaba'.match(/a/gy));
P(new RegExp('a','dgimsuy').flags,new RegExp('a','vgd').flags,new RegExp('a','v').unicodeSets,new RegExp('a','v').unicode);
