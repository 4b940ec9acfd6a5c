// The global Iterator, its helpers, and what the engine's own iterators inherit.
// Expect-Stdout-File: iterators.golden
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
const I = Iterator.prototype;
for (const k of ['map','filter','take','drop','flatMap','reduce','toArray','forEach','some','every','find']) P(k,T(()=>I[k].call(1,()=>1)),T(()=>I[k].call({})),T(()=>[1].values()[k](1)),T(()=>[1].values()[k]('x')),T(()=>[1].values()[k]({})),T(()=>I[k].call({next:1},x=>x)),T(()=>I[k].call({get next(){throw new Error('n')}},x=>x)));
P(T(()=>[1].values().take(NaN)),T(()=>[1].values().take(-1)),T(()=>[1].values().take('a')),T(()=>[1].values().take(Infinity).toArray()),T(()=>[1].values().drop(-5)),T(()=>[1].values().take()));
P(T(()=>[].values().reduce((a,b)=>a)),T(()=>[1].values().flatMap(x=>1).toArray()),T(()=>[1].values().flatMap(x=>'ab').toArray()),T(()=>[1].values().flatMap(x=>new String('ab')).toArray()));
P(T(()=>Iterator()),T(()=>new Iterator()),T(()=>{class X extends Iterator{};return Object.getPrototypeOf(new X())===X.prototype}));
P(T(()=>Iterator.from(1)),T(()=>Iterator.from('ab').toArray()),T(()=>Iterator.from({})),T(()=>Iterator.from(null)),T(()=>Iterator.from({[Symbol.iterator]:1})),T(()=>Iterator.from({[Symbol.iterator](){return 1}})));
const h=[1].values().map(x=>x); const hp=Object.getPrototypeOf(h); P(T(()=>hp.next.call({})),T(()=>hp.return.call({})),T(()=>hp.next.call(1)));
const w=Iterator.from({next(){return {done:false,value:1}}}); const wp=Object.getPrototypeOf(w); P(T(()=>wp.next.call({})),T(()=>wp.return.call({})),T(()=>w.return()),T(()=>w.next()));
P(T(()=>{I.constructor=1}),T(()=>{const o=Object.create(I);o.constructor=1;return Object.getOwnPropertyNames(o)}),T(()=>Object.getOwnPropertyDescriptor(I,'constructor').set.call(1,1)),T(()=>Object.getOwnPropertyDescriptor(I,Symbol.toStringTag).set.call(1,1)), T(()=>{I[Symbol.toStringTag]=1}));
P(String(I), I.constructor===Iterator, Object.prototype.toString.call(h), [].values() instanceof Iterator, (function*(){}()) instanceof Iterator);
let log=[]; const mk=()=>({__proto__:I,n:0,next(){log.push('n');return {done:this.n>3,value:this.n++}},return(){log.push('r');return {}}});
P(T(()=>mk().take(2).toArray()),log.join());log=[];P(T(()=>mk().find(x=>x==1)),log.join());log=[];P(T(()=>{const it=mk().map(x=>x);it.return();it.next();return it.next()}),log.join());log=[];
P(T(()=>mk().map(x=>{throw new Error('q')}).next()),log.join());log=[];P(T(()=>mk().drop(2).toArray()),log.join());log=[];P(T(()=>mk().take(0).next()),log.join());log=[];P(T(()=>{const it=mk().flatMap(x=>[x,x]);it.next();it.return();return it.next()}),log.join());
log=[];P(T(()=>mk().forEach(1)),log.join());log=[];P(T(()=>mk().take(-1)),log.join());log=[];P(T(()=>mk().map()),log.join());
const re={__proto__:I,next(){return rh.next()}};const rh=re.map(x=>x);P(T(()=>rh.next()));
P(T(()=>{const o={__proto__:I,return(){log.push('d')}};log=[];o[Symbol.dispose]();return log}),T(()=>I[Symbol.dispose].call(1)),T(()=>I[Symbol.dispose].call({return:1})));
P(T(()=>({__proto__:I,next(){return 1}}).toArray()),T(()=>({__proto__:I,next(){return 1}}).map(x=>x).next()));
P(T(()=>[...Iterator.from([1,2,3]).filter((x,i)=>i!=1)]),T(()=>[5,6].values().map((x,i)=>[x,i]).toArray()),T(()=>[1,2].values().reduce((a,b,i)=>[a,b,i])),T(()=>[1,2].values().reduce((a,b,i)=>a+b+i,10)));
