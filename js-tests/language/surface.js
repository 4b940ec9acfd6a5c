// The names, attributes, lengths and prototypes of what the language defines.
// Left out: Float16Array, async generators and Intl, which are not complete, and Error.
// Expect-Stdout-File: surface.golden
// Needs-Node: 24
'use strict';

const names = ['Object','Function','Array','Number','Boolean','String','Symbol','Date','Promise','RegExp','AggregateError','EvalError','RangeError','ReferenceError','SyntaxError','TypeError','URIError','SuppressedError','JSON','Math','ArrayBuffer','Atomics','Uint8Array','Int8Array','Uint16Array','Int16Array','Uint32Array','Int32Array','Float32Array','Float64Array','Uint8ClampedArray','BigUint64Array','BigInt64Array','DataView','Map','BigInt','Set','Iterator','WeakMap','WeakSet','WeakRef','Proxy','Reflect','FinalizationRegistry','DisposableStack','AsyncDisposableStack','SharedArrayBuffer','escape','unescape','eval','parseInt','parseFloat','isNaN','isFinite','decodeURI','decodeURIComponent','encodeURI','encodeURIComponent'];
const out=[];
const key=k=>typeof k==='symbol'?String(k):k;
function val(v){const t=typeof v; if(t==='function'){let s='fn:';try{s+=v.name+':'+v.length}catch(e){s+='?'} return s+(Object.hasOwn(v,'prototype')?':P':'');} if(t==='object'&&v) return 'object'; if (t==='symbol') return String(v); return t+':'+String(v);}
function dump(label,o){ if(o==null) return; let ks=Reflect.ownKeys(o); for(const k of ks){ const d=Object.getOwnPropertyDescriptor(o,k); const a=(d.writable?'w':'-')+(d.enumerable?'e':'-')+(d.configurable?'c':'-');
 out.push(label+' '+key(k)+' '+a+' '+('value' in d?val(d.value):'get='+(d.get&&d.get.name)+' set='+(d.set&&d.set.name)));}
 const p=Object.getPrototypeOf(o); out.push(label+' [[Prototype]] '+(p===null?'null':p===Object.prototype?'Object.prototype':p===Function.prototype?'Function.prototype':p===Error.prototype?'Error.prototype':typeof p==='function'?'fn '+p.name:(p[Symbol.toStringTag]||'?')+'/'+(Object.hasOwn(p,'constructor')&&p.constructor&&p.constructor.name)));
 out.push(label+' [[ext]] '+Object.isExtensible(o)); }
for(const n of names){ const o=globalThis[n]; const d=Object.getOwnPropertyDescriptor(globalThis,n); if(!d){out.push('MISSING? '+n); continue;}
 if(n==='globalThis'){continue}
 out.push('global '+n+' '+(d.writable?'w':'-')+(d.enumerable?'e':'-')+(d.configurable?'c':'-'));
 dump(n,o); if(o.prototype&&typeof o==='function') dump(n+'.prototype',o.prototype);
 if(n==='Intl') for(const k of Object.getOwnPropertyNames(o)) if(typeof o[k]==='function'){dump('Intl.'+k,o[k]); if(o[k].prototype) dump('Intl.'+k+'.prototype',o[k].prototype);} }
const gp=Object.getPrototypeOf;
const protos={ArrayIterator:gp([][Symbol.iterator]()),MapIterator:gp(new Map().entries()),SetIterator:gp(new Set().entries()),StringIterator:gp(''[Symbol.iterator]()),RegExpStringIterator:gp('a'.matchAll(/a/g)),TypedArray:gp(Uint8Array),'TypedArray.prototype':gp(Uint8Array.prototype),IteratorProto:gp(gp([][Symbol.iterator]())),GeneratorFunctionProto:gp(function*(){}),GeneratorFunction:gp(function*(){}).constructor,GeneratorProto:gp(function*(){}).prototype,AsyncFunctionProto:gp(async function(){}),AsyncFunction:gp(async function(){}).constructor};
try{ protos.IteratorHelper=gp([].values().map(x=>x)); protos.WrapForValid=gp(Iterator.from({next(){}})); }catch(e){}

for(const k in protos) dump('%'+k,protos[k]);
// What the engine has ahead of Node 24.
const ahead = /^Uint8Array(\.prototype)? (from|setFrom|to)(Base64|Hex) /;
console.log(out.filter((l) => !ahead.test(l)).sort().join('\n'));
