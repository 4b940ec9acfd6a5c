// util.isDeepStrictEqual with skipPrototype compares values of any class.
// Expect-Stdout-File: deep-strict-skip-prototype.golden
'use strict';

const util = require('util');


function A(v) { this.value = v; }
function B(v) { this.value = v; }
const t = (...args) => console.log(util.isDeepStrictEqual(...args));
t(new A(1),new B(1));
t(new A(1),new B(1),true);
t(new A(1),new B(2),true);
t({o:new A(1)},{o:new B(1)},true);
t(new Uint8Array([1,2,3]),Buffer.from([1,2,3]));
t(new Uint8Array([1,2,3]),Buffer.from([1,2,3]),true);
t([1],{0:1},true);
t(new Map([[1,2]]),new Map([[1,2]]),true);
t(Object.create(null),{},true);
t(new Set([new A(1)]),new Set([new B(1)]),true);
t([new A(1)],[new B(1)],1);
t(new Error('a'),new TypeError('a'),true);
t(new Date(0),new (class extends Date{})(0),true);
t(new Float32Array(2),new Float64Array(2),true);
t(new A(1),new B(1),'');
t(class{},class{},true);
class P{constructor(x){this.x=x}} class C extends P{constructor(x,y){super(x);this.y=y}} function LP(x){this.x=x} function LC(x,y){LP.call(this,x);this.y=y} LC.prototype=Object.create(LP.prototype); LC.prototype.constructor=LC;
t(new C(1,2),new LC(1,2),true);
t(new Map([['k',new P(1)]]),new Map([['k',new LP(1)]]),true); const c1=new P(1);c1.self=c1;const c2=new LP(1);c2.self=c2;
t(c1,c2,true);
const s=Symbol('t'); const m=new A(1),n=new B(1); m[s]=1;n[s]=1;
t(m,n,true); n[s]=2;
t(m,n,true);
Object.defineProperty(A.prototype,Symbol.toStringTag,{value:'x'});
t(new A(1),new B(1),true);

