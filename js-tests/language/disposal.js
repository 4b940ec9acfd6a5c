// DisposableStack, AsyncDisposableStack and SuppressedError: order, errors, states.
// Expect-Stdout-File: disposal.golden
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
let log = [];
P(T(()=>DisposableStack()),T(()=>DisposableStack.prototype.use.call({})),T(()=>DisposableStack.prototype.disposed),T(()=>new DisposableStack().use(1)),T(()=>new DisposableStack().use({})),T(()=>new DisposableStack().use({[Symbol.dispose]:1})),T(()=>new DisposableStack().use(null)),T(()=>new DisposableStack().defer(1)),T(()=>new DisposableStack().adopt(1,2)));
for (const m of ['use','defer','adopt','move','dispose']) P(m,T(()=>{const s=new DisposableStack();s.dispose();return s[m](()=>{},()=>{})}),T(()=>DisposableStack.prototype[m].call(1)),T(()=>AsyncDisposableStack.prototype[m]?.call(1)));
P(T(()=>{const s=new DisposableStack();s.defer(()=>{throw new Error('a')});s.defer(()=>{throw new Error('b')});s.defer(()=>{throw new Error('c')});s.dispose()}));
try{const s=new DisposableStack();s.defer(()=>{throw new Error('a')});s.defer(()=>{throw new Error('b')});s.dispose()}catch(e){P(e.name,e.message,e.error.message,e.suppressed.message,Object.getOwnPropertyNames(e),e instanceof SuppressedError,Object.keys(e),Object.prototype.toString.call(e))}
P(T(()=>SuppressedError(1,2,'m')+''),Object.getOwnPropertyNames(new SuppressedError(1,2)),Object.getOwnPropertyNames(new SuppressedError(1,2,'x',{cause:1})));
log=[];{const s=new DisposableStack();s.use({[Symbol.dispose](){log.push('u')}});s.adopt(5,v=>log.push('a'+v));s.defer(()=>log.push('d'));const m=s.move();log.push(s.disposed,m.disposed);m.dispose();log.push(m.disposed);P(log.join())}
(async()=>{ const s=new AsyncDisposableStack();log=[];s.use({async [Symbol.asyncDispose](){log.push('ad')}});s.use({[Symbol.dispose](){log.push('sd')}});s.use(null);s.defer(async()=>{log.push('df')});s.adopt(1,async v=>{log.push('ap'+v)});const r=s.disposeAsync();log.push('sync',s.disposed);P(await r);P(log.join());
 P(await AsyncDisposableStack.prototype.disposeAsync.call(1).catch(e=>e.message));P(T(()=>new AsyncDisposableStack().use({})),T(()=>AsyncDisposableStack()));
 const s2=new AsyncDisposableStack();s2.defer(async()=>{throw new Error('1')});s2.defer(async()=>{throw new Error('2')});try{await s2.disposeAsync()}catch(e){P(e.name,e.message,e.error.message,e.suppressed.message)} P(await s2.disposeAsync(), T(()=>s2.defer(()=>1)));
})();
