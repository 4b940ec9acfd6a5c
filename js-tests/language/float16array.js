// Float16Array.
// Expect-Stdout-File: float16array.golden
'use strict';

const A = Float16Array;
const b = new ArrayBuffer(9);

const byText = (x, y) => (String(x) < String(y) ? -1 : 1);

function attempt(fn) {
  try {
    console.log(fn());
  } catch (err) {
    console.log(`${err}`);
  }
}

attempt(() => new A(-1));
attempt(() => new A(1e20));
attempt(() => new A(b));
attempt(() => new A(b,1));
attempt(() => new A(b,10));
attempt(() => new A(b,2,10));
attempt(() => new A(b,-2));
attempt(() => A(1));
attempt(() => A.prototype.length);
attempt(() => A.prototype.map.call([],x=>x));
attempt(() => new A([1n]));
attempt(() => new A(new BigInt64Array(1)));
attempt(() => new A(2).set([1,2,3]));
attempt(() => new A(2).set([1],-1));
attempt(() => new A(2).with(5,1));
attempt(() => new A(2).sort(3));
attempt(() => new A(2).map(3));
attempt(() => new A(Symbol()));
attempt(() => A.from(null));
attempt(() => A.from([1,2],3));
attempt(() => new A(2).reduce((a,b)=>a,...[]));
attempt(() => new A(0).reduce((a,b)=>a));
attempt(() => new A(2).forEach({}));
attempt(() => Object.freeze(new A(0)));
attempt(() => A.of.call(1,2));
attempt(() => A.prototype.set.call([],[1]));
attempt(() => A.prototype.subarray.call([],1));
attempt(() => A.prototype.buffer);
attempt(() => A.prototype[Symbol.toStringTag]);
attempt(() => Object.getOwnPropertyNames(new A(2)));
attempt(() => Object.isSealed(new A(1)));
attempt(() => Object.prototype.toString.call(new A(1)));
attempt(() => String(new A([1.5,2])));
attempt(() => {'use strict';new A(1)[5]=3;return 'ok'});
attempt(() => 5 in new A(2));
attempt(() => new A(2)['-0']);
attempt(() => '1.5' in new A(2));
attempt(() => new A([3,1,2,NaN,-0,0]).sort());
attempt(() => new A([1,2,3]).toLocaleString());
attempt(() => new A([1,2,3,4]).subarray(1,3));
attempt(() => new A([1,2,3,4]).slice(-2));
attempt(() => new A({length:2,0:7}));
attempt(() => new A('abc'));
attempt(() => new A(new Set([1,2])));
attempt(() => [...new A([1,2]).entries()]);
attempt(() => JSON.stringify(new A([1,2])));
attempt(() => Object.keys(new A(2)));
attempt(() => A.name+A.length+A.BYTES_PER_ELEMENT+A.prototype.BYTES_PER_ELEMENT);
attempt(() => Object.getPrototypeOf(A)===Object.getPrototypeOf(Int8Array));
attempt(() => [new A(1)] +'');
attempt(() => Buffer.from(new A([1,2])));
attempt(() => structuredClone(new A([1.5])));
attempt(() => {class X extends A{};const x=new X([1,2]);return [x,x.map(v=>v*2),x instanceof A,x.slice(1)]});
attempt(() => require('util').isDeepStrictEqual(new A([0]),new A([-0])));
attempt(() => Buffer.from(new A([1]).buffer));
attempt(() => ArrayBuffer.isView(new A(1)));
attempt(() => new Float32Array(new A([1.5,2])));
attempt(() => {const f=new Float32Array(2);f.set(new A([1,2]));return f});
attempt(() => new DataView(new A([1]).buffer).getUint16(0,true));
attempt(() => new A([1,2,3]).copyWithin(0,1));
attempt(() => new A(3).fill(1.1,1));
attempt(() => [new A([NaN]).includes(NaN),new A([NaN]).indexOf(NaN)]);
attempt(() => new A([1,2,3]).with(1,9));
attempt(() => new A([3,2]).toSorted());
attempt(() => new A([3,2]).toReversed());
attempt(() => Array.from(new A([5,6])));
attempt(() => [].concat(new A([1])));
attempt(() => Object.getOwnPropertyDescriptor(new A([4]),0));
attempt(() => new A([1,2,3]).filter(x=>x>1));
attempt(() => new A([1,2]).at(-1));
attempt(() => new A([1,2]).join('-'));
attempt(() => require('util').types.isProxy(new A(1)));
attempt(() => A.from({length:2},(v,i)=>i*2));
attempt(() => A.of(1,2));
attempt(() => {const a=new A(1); a.x=1; return [a.x,Object.keys(a),a]});
attempt(() => new A([1,2]).findLast(x=>x<2));
attempt(() => new A([65504,65520,1e-8,0.1]));
const shared = new A(new ArrayBuffer(8), 2, 2);
shared[0] = '1.5';
shared[1] = -Infinity;
console.log(shared.byteOffset, shared.byteLength, new Uint16Array(shared.buffer));
attempt(() => { shared[0] = Symbol('no number'); });
attempt(() => { shared[0] = 1n; });
for (const name of Reflect.ownKeys(Object.getPrototypeOf(A.prototype)).sort(byText)) {
  const { value } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(A.prototype), name);
  if (typeof value !== 'function' || name === 'constructor') continue;
  console.log(name, A.prototype[name].name, A.prototype[name].length);
}
console.log(require('util').types.isFloat16Array(shared), require('util').types.isTypedArray(shared));
console.log(Buffer.compare(Buffer.from(shared.buffer, 2, 4), Buffer.from([0, 0x3e, 0, 0xfc])));
