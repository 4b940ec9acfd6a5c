// Array.fromAsync from iterables, async iterables and lists; its rejections.
// Expect-Stdout-File: from-async.golden
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
(async () => {
 P(await Array.fromAsync([1,Promise.resolve(2)]),await Array.fromAsync({length:2,0:Promise.resolve('a'),1:'b'}),await Array.fromAsync([1,2],async x=>x*2),await Array.fromAsync({[Symbol.asyncIterator](){let i=0;return {next:async()=>({done:i>1,value:i++})}}}));
 const ce=async f=>{try{return await f()}catch(e){return e.name+': '+e.message}};
 P(await ce(()=>Array.fromAsync()),await ce(()=>Array.fromAsync(null)),await ce(()=>Array.fromAsync([1],1)),await ce(()=>Array.fromAsync([Promise.reject(new Error('x'))])),await ce(()=>Array.fromAsync({[Symbol.asyncIterator]:1})),await ce(()=>Array.fromAsync(1)),await ce(()=>Array.fromAsync.call(Set,[1])));
 class S extends Array{}; P((await Array.fromAsync.call(S,[1])) instanceof S);
})();
