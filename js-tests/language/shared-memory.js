// SharedArrayBuffer and Atomics in a program of one thread.
// Expect-Stdout-File: shared-memory.golden
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
const s=new SharedArrayBuffer(16), a=new Int32Array(s), b=new BigInt64Array(s), u=new Uint8Array(4), f=new Float64Array(2), c=new Uint8ClampedArray(2);
for (const m of ['add','load','store','wait','notify','compareExchange','waitAsync']) P(m,T(()=>Atomics[m]([])),T(()=>Atomics[m](1)),T(()=>Atomics[m](f,0)),T(()=>Atomics[m](c,0)),T(()=>Atomics[m](a,4)),T(()=>Atomics[m](a,-1)),T(()=>Atomics[m](u,0,0)),T(()=>Atomics[m](b,0,1)),T(()=>Atomics[m]()));
P(Atomics.add(a,0,5),Atomics.sub(a,0,2),Atomics.and(a,0,1),Atomics.or(a,0,6),Atomics.xor(a,0,1),Atomics.exchange(a,0,9),Atomics.compareExchange(a,0,9,10),Atomics.load(a,0),Atomics.store(a,0,3.7),Atomics.store(a,0,-0),Atomics.load(a,0),Atomics.store(u,0,300),u[0],Atomics.add(u,0,250),u[0]);
P(T(()=>Atomics.add(b,0,5n)),T(()=>String(Atomics.load(b,0))));
P(Atomics.isLockFree(1),Atomics.isLockFree(2),Atomics.isLockFree(3),Atomics.isLockFree(4),Atomics.isLockFree(8),Atomics.pause(),T(()=>Atomics.pause('x')),T(()=>Atomics.pause(1.5)));
a[0]=0;P(Atomics.wait(a,0,1),Atomics.wait(a,0,0,10),Atomics.notify(a,0),Atomics.notify(u.length?new Int32Array(4):a,0),T(()=>Atomics.wait(new Int32Array(4),0,0,0)),T(()=>Atomics.notify(a,0,-1)),T(()=>Atomics.notify(u,0)));
const w=Atomics.waitAsync(a,0,0);P(w.async,Atomics.notify(a,0)); w.value.then(v=>P('woken',v)); const w2=Atomics.waitAsync(a,0,0,60000);w2.value.then(v=>P('w2',v));P(Atomics.waitAsync(a,0,1),Atomics.waitAsync(a,0,0,0));
P(T(()=>SharedArrayBuffer(1)),T(()=>new SharedArrayBuffer(-1)),s.byteLength,s.growable,s.maxByteLength,T(()=>s.grow(32)),s.slice(4,8).byteLength,s.slice(-2).byteLength,Object.prototype.toString.call(s),s instanceof ArrayBuffer,T(()=>new SharedArrayBuffer(4,{maxByteLength:2})),T(()=>SharedArrayBuffer.prototype.slice.call({})),T(()=>Object.getOwnPropertyDescriptor(SharedArrayBuffer.prototype,'byteLength').get.call(new ArrayBuffer(1))),T(()=>Object.getOwnPropertyDescriptor(ArrayBuffer.prototype,'byteLength').get.call(s)),T(()=>ArrayBuffer.prototype.slice.call(s,0)));
P(s,ArrayBuffer.isView(a),a.buffer===s,new DataView(s).byteLength,Buffer.from(s,0,4),new Uint8Array(s,4,2).length);
const cl=structuredClone(s);P(cl instanceof SharedArrayBuffer,new Int32Array(cl)[1]=7,a[1],cl===s,T(()=>structuredClone(s,{transfer:[s]})),T(()=>s.transfer));
P(require('util').types.isSharedArrayBuffer(s),require('util').types.isArrayBuffer(s),require('util').types.isAnyArrayBuffer(s));
